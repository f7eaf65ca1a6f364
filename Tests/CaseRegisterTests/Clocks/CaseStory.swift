import CaseRegister
import ReferralDomain

/// A case told event by event, as a test tells it. Nobody in it ever lived.
struct CaseStory {
    private(set) var history: [RecordedEvent] = []
    let id: CaseID

    static let person = PersonID(random: Array(repeating: 0xAA, count: 16))
    static let other = PersonID(random: Array(repeating: 0xBB, count: 16))

    /// A case of which somebody reported a sighting.
    init(
        at instant: Instant, id: String = "00112233445566778899aabbccddeeff",
        facts: [StreetReport.Answer] = [], claimedAt: Instant? = nil
    ) throws {
        self.id = try CaseID(reading: id)
        let report = try Reports.report(id: id, facts: facts, claimedAt: claimedAt?.millisecondsSinceEpoch)
        tell(.sightingReported(report, try Reports.reference()), at: instant)
    }

    var state: CaseState { CaseState(after: history) }

    mutating func tell(_ event: CaseEvent, at instant: Instant, declaredAt: Instant? = nil) {
        history.append(
            RecordedEvent(
                position: Int64(history.count + 1), caseID: id, version: history.count + 1,
                event: NewEvent(event, declaredAt: declaredAt), stamp: Stamp(actor: .street, instant: instant)
            ))
    }

    mutating func tell(_ event: FileEvent, at instant: Instant) { tell(.file(event), at: instant) }

    mutating func tell(_ event: PersonEvent, of person: PersonID = person, at instant: Instant) {
        tell(.person(person, event), at: instant)
    }

    mutating func tell(_ event: ReferralEvent, _ referral: ReferralID, at instant: Instant) {
        tell(.referral(referral, event), at: instant)
    }

    /// A referral that was drafted and sent at one moment.
    @discardableResult
    mutating func refer(
        _ number: UInt8, step: String, to institution: String, deadline: String? = nil,
        at instant: Instant
    ) -> ReferralID {
        let referral = ReferralID(random: Array(repeating: number, count: 16))
        let draft = ReferralDraft(step: step, institution: institution, deadline: deadline)
        tell(.drafted(draft), referral, at: instant)
        tell(.sent(.phone), referral, at: instant)
        return referral
    }

    /// What is owed, a line each: `acknowledge upe 2026-11-23 22:25 → reminder 2026-11-23 22:25`.
    func owed(under rules: ProtocolRules = Rules.standard) -> [String] {
        state.obligations(under: rules).map { obligation in
            var line = "\(obligation.kind.rawValue) \(obligation.subject) \(obligation.institution)"
            line += " \(obligation.due.map(Lima.text) ?? "-")"
            if let due = obligation.nextRung { line += " → \(due.rung) \(Lima.text(due.at))" }
            return line
        }
    }
}
