public import Access
public import CaseRegister
public import ReferralDomain

/// The keys of programs in the one database.
public struct StoredAPITokens: APITokenStore {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func keep(_ token: APIToken, lookup: String) async throws(JournalFault) {
        try await database.write { session in
            try session.run(
                SQL.keep,
                [
                    .text(token.id), .text(lookup), .text(token.label), .text(token.unit.text),
                    .text(token.institution), SQLValue(token.municipality),
                    .text(token.scopes.map(\.rawValue).sorted().joined(separator: " ")),
                    .text(token.made.actor.text), .integer(token.made.instant.millisecondsSinceEpoch),
                    .integer(token.expires.millisecondsSinceEpoch),
                ])
        }
    }

    public func token(_ lookup: String) async throws(JournalFault) -> APIToken? {
        try await database.read { session in
            try session.rows(SQL.byLookup, [.text(lookup)]).first.map(Self.token)
        }
    }

    public func tokens(of unit: UnitID) async throws(JournalFault) -> [APIToken] {
        try await database.read { session in
            try session.rows(SQL.ofUnit, [.text(unit.text)]).map(Self.token)
        }
    }

    public func use(_ id: String, on day: PlainDate) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.use, [.text(id), .text(day.iso)]) }
    }

    public func revoke(_ id: String, of unit: UnitID, _ stamp: Stamp) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try !session.rows(SQL.own, [.text(id), .text(unit.text)]).isEmpty else { return false }
            try session.run(
                SQL.revoke,
                [
                    .text(id), .text(stamp.actor.text), .integer(stamp.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    private static func token(_ row: SQLRow) throws(JournalFault) -> APIToken {
        let words = try row.text(5).split(separator: " ").map(String.init)
        let scopes = words.compactMap(APIScope.init)
        guard scopes.count == words.count else { throw .damaged }
        var token = APIToken(
            try row.text(0), label: try row.text(1),
            of: APIToken.Holder(
                unit: try row.required(2) { try? UnitID(reading: $0) }, institution: try row.text(3),
                municipality: try row.optional(4) { $0 }),
            scopes: Set(scopes),
            made: Stamp(
                actor: try row.required(6) { try? ActorID(reading: $0) }, instant: try row.instant(7)),
            expires: try row.instant(8))
        token.lastUsed = try row.optional(9) { PlainDate(iso: $0) }
        if let actor = try row.optional(10, { try? ActorID(reading: $0) }) {
            token.revoked = Stamp(actor: actor, instant: try row.instant(11))
        }
        return token
    }
}

private enum SQL {
    private static let columns: SharedSQL = """
        SELECT token_id, label, unit, institution, municipality, scopes, made_by, made_ms, expires_ms,
            last_used_day, revoked_by, revoked_ms
        FROM api_token
        """
    static let byLookup = columns + "WHERE lookup = $1"
    static let ofUnit = columns + "WHERE unit = $1 ORDER BY made_ms DESC, token_id DESC"
    static let own: SharedSQL = "SELECT token_id FROM api_token WHERE token_id = $1 AND unit = $2"
    static let keep: SharedSQL = """
        INSERT INTO api_token (
            token_id, lookup, label, unit, institution, municipality, scopes, made_by, made_ms, expires_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    static let use: SharedSQL = """
        UPDATE api_token SET last_used_day = $2 WHERE token_id = $1
        """
    static let revoke: SharedSQL = """
        UPDATE api_token SET revoked_by = $2, revoked_ms = $3 WHERE token_id = $1 AND revoked_by IS NULL
        """
}
