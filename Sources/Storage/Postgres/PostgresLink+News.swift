import ReferralDomain

extension PostgresLink {
    /// Begins to hear what others tell.
    func listen() throws { try execute("LISTEN " + Self.channel) }

    /// Waits until somebody tells of a change, at most so many milliseconds; each kind of change once.
    ///
    /// What a newer release tells and this one does not know is passed over.
    ///
    /// - Throws: `.gone` where the connection is lost.
    func changes(within milliseconds: Int32) throws -> Set<SQLChange> {
        Set(try wire.told(within: milliseconds).compactMap(SQLChange.init(rawValue:)))
    }

    /// What the clock of the server shows, in milliseconds since 1970.
    func serverClock() throws -> Int64 { try answer(to: SQL.clock, []).integer(0, 0) }

    /// By how many milliseconds the clock of the server is ahead of ours, and how long the answer took.
    func ahead(of clock: () -> Instant) throws -> (milliseconds: Int64, took: Int64) {
        let before = clock().millisecondsSinceEpoch
        let server = try serverClock()
        let after = clock().millisecondsSinceEpoch
        return (server - (before + after) / 2, after - before)
    }

    /// The name of the channel, one for each database.
    static let channel = "ruta_change"
}

extension PostgresSession {
    /// Told when the transaction is committed, and never otherwise.
    func tell(_ change: SQLChange) throws { try run(SQL.tell, [.text(change.rawValue)]) }
}

private enum SQL {
    static let clock: SharedSQL = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
    static let tell: SharedSQL = "SELECT pg_notify('ruta_change', $1)"
}
