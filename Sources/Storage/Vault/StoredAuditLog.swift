public import Access
public import CaseRegister
import ReferralDomain

/// The log in the one database: a leaf is given only after its commit is on the disk.
public struct StoredAuditLog: AuditLog {
    private let database: any SQLDatabase
    private let chain: AuditChain

    public init(on database: any SQLDatabase, digest: @escaping Digest) {
        self.database = database
        chain = AuditChain(digest: digest)
    }

    public func commit(
        _ entry: AuditEntry, within limits: [AuditLimit]
    ) async throws(AuditRefusal) -> AuditLeaf {
        let outcome: Outcome
        do throws(JournalFault) {
            outcome = try await database.write { session in
                if let over = try Self.excess(of: entry, within: limits, in: session) { return .over(over) }
                let last = try session.rows(SQL.last).first.map(Self.leaf)
                let leaf = try chain.leaf(of: entry, after: last)
                try session.run(SQL.append, Self.values(of: leaf))
                return .written(leaf)
            }
        } catch { throw .fault(error) }
        switch outcome {
        case .written(let leaf): return leaf
        case .over(let limit): throw .overLimit(limit)
        }
    }

    public func list(_ filter: AuditFilter) async throws(JournalFault) -> [AuditLeaf] {
        try await database.read { session in
            let values: [SQLValue] = [
                .integer(filter.before ?? .max), SQLValue(filter.actor?.text), SQLValue(filter.action),
                SQLValue(filter.object.map { " \($0) " }), .integer(Int64(max(0, filter.most))),
                SQLValue(filter.unit?.text), .integer(filter.from?.millisecondsSinceEpoch ?? .min),
                .integer(filter.until?.millisecondsSinceEpoch ?? .max),
            ]
            return try session.rows(SQL.list, values).map(Self.leaf)
        }
    }

    public func firstBreak() async throws(JournalFault) -> Int64? {
        try await database.read { session in
            chain.firstBreak(in: try session.rows(SQL.all).map(Self.leaf))
        }
    }

    private enum Outcome {
        case written(AuditLeaf)
        case over(AuditLimit)
    }

    private static func excess(
        of entry: AuditEntry, within limits: [AuditLimit], in session: any SQLSession
    ) throws -> AuditLimit? {
        try limits.first { limit in
            let start = entry.instant.adding(milliseconds: -limit.milliseconds).millisecondsSinceEpoch
            let values: [SQLValue] = [.text(entry.actor.text), .text(entry.action), .integer(start)]
            let count = try session.rows(SQL.count, values).first?.integer(0) ?? 0
            return count >= Int64(limit.most)
        }
    }

    private static func values(of leaf: AuditLeaf) -> [SQLValue] {
        let entry = leaf.entry
        return [
            .integer(leaf.position), .integer(entry.instant.millisecondsSinceEpoch), .text(entry.actor.text),
            .text(entry.unit.text), .text(entry.action), .text(entry.objects.joined(separator: " ")),
            SQLValue(entry.reason), .text(leaf.previousHash), .text(leaf.hash),
        ]
    }

    /// A leaf as it was found, which the chain then checks.
    private static func leaf(_ row: SQLRow) throws -> AuditLeaf {
        guard let actor = try? ActorID(reading: try row.text(2)),
            let unit = try? UnitID(reading: try row.text(3))
        else { throw JournalFault.damaged }
        let entry = AuditEntry(
            try row.text(4), on: try row.text(5).split(separator: " ").map(String.init),
            because: try row.optionalText(6), by: (actor, unit),
            at: Instant(millisecondsSinceEpoch: try row.integer(1)))
        return AuditLeaf(
            position: try row.integer(0), entry: entry, previousHash: try row.text(7), hash: try row.text(8))
    }
}

private enum SQL {
    static let last: SharedSQL = """
        SELECT position, recorded_at_ms, actor, unit, action, objects, reason, previous_hash, hash
        FROM audit_leaf WHERE position = (SELECT max(position) FROM audit_leaf)
        """
    static let all: SharedSQL = """
        SELECT position, recorded_at_ms, actor, unit, action, objects, reason, previous_hash, hash
        FROM audit_leaf ORDER BY position
        """
    static let list: SharedSQL = """
        SELECT position, recorded_at_ms, actor, unit, action, objects, reason, previous_hash, hash
        FROM audit_leaf
        WHERE position < $1
            AND (CAST($2 AS TEXT) IS NULL OR actor = $2)
            AND (CAST($3 AS TEXT) IS NULL OR action = $3)
            AND (CAST($4 AS TEXT) IS NULL OR replace(' ' || objects || ' ', $4, '') <> ' ' || objects || ' ')
            AND (CAST($6 AS TEXT) IS NULL OR unit = $6)
            AND recorded_at_ms >= $7 AND recorded_at_ms < $8
        ORDER BY position DESC LIMIT $5
        """
    static let count: SharedSQL = """
        SELECT count(*) FROM audit_leaf WHERE actor = $1 AND action = $2 AND recorded_at_ms > $3
        """
    static let append: SharedSQL = """
        INSERT INTO audit_leaf (
            position, recorded_at_ms, actor, unit, action, objects, reason, previous_hash, hash
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
}
