import CaseRegister
import ReferralDomain

/// Events in their place in a journal, one a minute.
enum Histories {
    /// The first moment of every history.
    static let start = Instant(millisecondsSinceEpoch: 1_795_000_000_000)

    /// A moment of the street at the start.
    static let moment = Moment(registered: start, actor: .street)

    /// The events as the first of one case, by the street.
    static func recorded(_ events: [CaseEvent]) throws -> [RecordedEvent] {
        let id = try ReportID(reading: "00112233445566778899aabbccddeeff")
        return events.enumerated().map { offset, event in
            RecordedEvent(
                position: Int64(offset + 1), caseID: id, version: offset + 1, event: NewEvent(event),
                stamp: Stamp(actor: .street, instant: start.adding(milliseconds: Int64(offset) * 60_000)))
        }
    }
}
