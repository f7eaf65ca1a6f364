import CaseRegister
import ReferralDomain

/// Writes messages into the outbox, within the transaction of the event that asks for them.
struct MessageWriter {
    let session: any SQLSession
    let random: any RandomSource
    /// Whether messages are written.
    var hasOutbox = true
    /// Whether the browsers of the receivers are woken.
    var wakes = false

    /// Writes what events of one case ask for, each message once.
    func write(
        _ notices: [Notice], about id: CaseID, _ reference: CaseReference, at instant: Instant
    ) throws {
        var written: Set<Notice> = []
        var woken: Set<UnitID> = []
        for notice in notices {
            for unit in try units(of: notice.recipient) {
                let addressed = Notice(
                    notice.kind, to: .unit(unit), audience: notice.audience, referral: notice.referral,
                    while: notice.obligation)
                guard written.insert(addressed).inserted else { continue }
                if hasOutbox { try add(addressed, to: unit, about: id, reference, at: instant) }
                if wakes, woken.insert(unit).inserted {
                    try StoredPushBook.wake(unit, at: instant, in: session)
                }
            }
        }
    }

    private func units(of recipient: Notice.Recipient) throws -> [UnitID] {
        switch recipient {
        case .unit(let unit): return [unit]
        case .institution(let institution, let municipality):
            return try session.rows(SQL.units, [.text(institution), SQLValue(municipality)]).map { row in
                try row.required(0) { try? UnitID(reading: $0) }
            }
        }
    }

    private func add(
        _ notice: Notice, to unit: UnitID, about id: CaseID, _ reference: CaseReference, at instant: Instant
    ) throws {
        let message = MessageID(random: random.bytes(ReportID.digits / 2))
        try session.run(
            SQL.add,
            [
                .text(message.text), .text(notice.kind.rawValue), .text(notice.audience.rawValue),
                .text(unit.text), .text(id.text), .text(reference.text), SQLValue(notice.referral?.text),
                SQLValue(notice.obligation), .null, .integer(instant.millisecondsSinceEpoch),
                .integer(instant.millisecondsSinceEpoch + Self.lifetime),
            ])
    }

    /// Writes the message that carries the code of an address.
    func writeCode(
        as message: MessageID, of channel: UnitChannel, until end: Instant
    ) throws {
        try session.run(
            SQL.add,
            [
                .text(message.text), .text(NoticeKind.code.rawValue), .text(channel.audience.rawValue),
                .text(channel.unit.text), .null, .null, .null, .null, .text(channel.id.text),
                .integer(channel.added.millisecondsSinceEpoch), .integer(end.millisecondsSinceEpoch),
            ])
    }

    /// How long it is tried, in milliseconds: six hours. By then the ladder has told somebody else.
    static let lifetime: Int64 = 6 * 3_600_000
}

private enum SQL {
    static let units: SharedSQL = """
        SELECT id FROM unit
        WHERE institution = $1 AND (CAST($2 AS TEXT) IS NULL OR municipality = $2) ORDER BY id
        """
    static let add: SharedSQL = """
        INSERT INTO message (
            message_id, kind, audience, unit, case_id, reference, referral, obligation, only_by, state, attempts,
            taken_up_at, has_warned, created_ms, next_ms, deadline_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, 0, 0, $10, $10, $11)
        """
}
