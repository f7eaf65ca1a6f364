public import Access
public import CaseRegister
public import ReferralDomain

/// Tries in the database, so that all nodes of a house count together.
public struct StoredAttempts: AttemptBook {
    private let database: any SQLDatabase
    /// A keyed hash in 64 hexadecimal digits: an address is never written down, nor what was typed as an account.
    private let hash: @Sendable (String) -> String

    public init(on database: any SQLDatabase, hash: @escaping @Sendable (String) -> String) {
        self.database = database
        self.hash = hash
    }

    public func attempt(
        _ names: [AttemptName], at now: Instant, judge: @escaping @Sendable ([[Instant]]) -> Int64?
    ) async throws(JournalFault) -> Int64? {
        let keys = names.map(key)
        return try await database.write { session in
            let recent = try zip(names, keys).map { try Self.tries(of: $0, $1, at: now, in: session) }
            if let wait = judge(recent) { return wait }
            let moment = now.millisecondsSinceEpoch
            try session.run(SQL.forgetOld, [.integer(moment - AttemptName.longestWindow)])
            for key in keys { try session.run(SQL.add, key + [.integer(moment)]) }
            return nil
        }
    }

    public func tries(of name: AttemptName, at now: Instant) async throws(JournalFault) -> [Instant] {
        let key = key(name)
        return try await database.read { try Self.tries(of: name, key, at: now, in: $0) }
    }

    public func forgive(_ name: AttemptName) async throws(JournalFault) {
        let key = key(name)
        try await database.write { try $0.run(SQL.forgive, key) }
    }

    public func forgiveLast(of name: AttemptName) async throws(JournalFault) {
        let key = key(name)
        try await database.write { try $0.run(SQL.forgiveLast, key) }
    }

    private func key(_ name: AttemptName) -> [SQLValue] {
        [.text(name.kind.rawValue), .text(hash(name.kind.rawValue + " " + name.text))]
    }

    private static func tries(
        of name: AttemptName, _ key: [SQLValue], at now: Instant, in session: any SQLSession
    ) throws -> [Instant] {
        let since = now.millisecondsSinceEpoch - name.windowMilliseconds
        return try session.rows(SQL.tries, key + [.integer(since)]).map {
            Instant(millisecondsSinceEpoch: try $0.integer(0))
        }
    }
}

private enum SQL {
    static let tries: SharedSQL = """
        SELECT at_ms FROM attempt WHERE kind = $1 AND name = $2 AND at_ms > $3 ORDER BY at_ms
        """
    static let add: SharedSQL = "INSERT INTO attempt (kind, name, at_ms) VALUES ($1, $2, $3)"
    static let forgetOld: SharedSQL = "DELETE FROM attempt WHERE at_ms < $1"
    static let forgive: SharedSQL = "DELETE FROM attempt WHERE kind = $1 AND name = $2"
    static let forgiveLast: SharedSQL = """
        DELETE FROM attempt WHERE kind = $1 AND name = $2
        AND at_ms = (SELECT max(at_ms) FROM attempt WHERE kind = $1 AND name = $2)
        """
}
