public import CaseRegister
public import ReferralDomain

/// The addresses of the units in the file of the journal, in a table of their own.
public struct StoredChannelBook: ChannelBook {
    private let database: any SQLDatabase
    private let random: any RandomSource

    public init(on database: any SQLDatabase, random: any RandomSource) {
        self.database = database
        self.random = random
    }

    public func channels(of unit: UnitID) async throws(JournalFault) -> [UnitChannel] {
        try await database.read { session in
            try session.rows(SQL.ofUnit, [.text(unit.text)]).map(UnitChannel.init)
        }
    }

    public func add(
        _ channel: UnitChannel, code: ChannelCode, as message: MessageID
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let address: [SQLValue] = [
                .text(channel.unit.text), .text(channel.address.kind.rawValue),
                .text(channel.address.text), .text(channel.audience.rawValue),
            ]
            let isKnown =
                try !session.rows(SQL.withID, [.text(channel.id.text)]).isEmpty
                || !session.rows(SQL.withAddress, address).isEmpty
            if isKnown { return false }
            try session.run(
                SQL.add,
                [.text(channel.id.text)] + address + [
                    .integer(Int64(channel.place)), .integer(channel.added.millisecondsSinceEpoch),
                    .text(code.digits), .integer(code.until.millisecondsSinceEpoch),
                ])
            try MessageWriter(session: session, random: random)
                .writeCode(as: message, of: channel, until: code.until)
            return true
        }
    }

    public func verify(
        _ id: ChannelID, of unit: UnitID, digits: String, at now: Instant
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let values: [SQLValue] = [.text(id.text), .text(unit.text)]
            guard let row = try session.rows(SQL.code, values).first else { return false }
            let (code, end) = (try row.optionalText(0), try row.optionalInstant(1))
            guard let code, let end, now <= end, try row.integer(2) < Self.mostTries else { return false }
            try session.run(SQL.countTry, values)
            guard code == digits else { return false }
            try session.run(SQL.verify, values + [.integer(now.millisecondsSinceEpoch)])
            return true
        }
    }

    public func putFirst(_ id: ChannelID, of unit: UnitID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.putFirst, [.text(id.text), .text(unit.text)]) }
    }

    public func remove(_ id: ChannelID, of unit: UnitID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.remove, [.text(id.text), .text(unit.text)]) }
    }

    /// Five guesses of a million.
    private static let mostTries: Int64 = 5
}

private enum SQL {
    static let ofUnit = UnitChannel.columns + "WHERE unit = $1 ORDER BY place, channel_id"
    static let withID: SharedSQL = "SELECT channel_id FROM unit_channel WHERE channel_id = $1"
    static let withAddress: SharedSQL = """
        SELECT channel_id FROM unit_channel WHERE unit = $1 AND kind = $2 AND address = $3 AND audience = $4
        """
    static let add: SharedSQL = """
        INSERT INTO unit_channel (
            channel_id, unit, kind, address, audience, place, added_ms, code, code_until_ms, code_tries
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)
        """
    static let code: SharedSQL = """
        SELECT code, code_until_ms, code_tries FROM unit_channel WHERE channel_id = $1 AND unit = $2
        """
    static let countTry: SharedSQL = """
        UPDATE unit_channel SET code_tries = code_tries + 1 WHERE channel_id = $1 AND unit = $2
        """
    static let verify: SharedSQL = """
        UPDATE unit_channel SET verified_ms = $3, code = NULL, code_until_ms = NULL
        WHERE channel_id = $1 AND unit = $2
        """
    static let putFirst: SharedSQL = """
        UPDATE unit_channel SET place = (SELECT min(place) - 1 FROM unit_channel WHERE unit = $2)
        WHERE channel_id = $1 AND unit = $2
        """
    static let remove: SharedSQL = "DELETE FROM unit_channel WHERE channel_id = $1 AND unit = $2"
}
