import CaseRegister
import ReferralDomain

extension UnitChannel {
    /// The columns that an address is read from.
    static let columns: SharedSQL = """
        SELECT channel_id, unit, kind, address, audience, place, added_ms, verified_ms FROM unit_channel
        """

    init(_ row: SQLRow) throws(JournalFault) {
        let kind = try row.required(2, ChannelKind.init)
        self.init(
            try row.required(0) { try? ChannelID(reading: $0) },
            of: try row.required(1) { try? UnitID(reading: $0) },
            try row.required(3) { try? OfficeAddress(kind, reading: $0) },
            for: try row.required(4, NoticeAudience.init), place: Int(try row.integer(5)),
            added: try row.instant(6), verified: try row.optionalInstant(7))
    }
}
