import CaseRegister
import ReferralDomain

extension OutboxMessage {
    /// The columns that a message is read from; the last three are for whoever sends it.
    static let columns: SharedSQL = """
        SELECT message_id, kind, audience, unit, case_id, reference, referral, state, attempts - taken_up_at,
            channel, outcome, created_ms, next_ms, deadline_ms, attempts, taken_up_at, has_warned, obligation,
            only_by
        FROM message
        """

    init(_ row: SQLRow) throws(JournalFault) {
        var subject: Subject?
        if try row.optionalText(4) != nil {
            subject = Subject(
                try row.caseID(4), try row.reference(5),
                referral: try row.optional(6) { try? ReferralID(reading: $0) })
        }
        let standing = Standing(
            try row.required(7, MessageState.init), attempts: Int(try row.integer(8)),
            channel: try row.optional(9, ChannelKind.init), outcome: try row.optionalText(10),
            times: (try row.instant(11), try row.instant(12), try row.instant(13)))
        self.init(
            try row.required(0) { try? MessageID(reading: $0) }, try row.required(1, NoticeKind.init),
            to: try row.required(3) { try? UnitID(reading: $0) },
            audience: try row.required(2, NoticeAudience.init), about: subject, standing)
    }
}
