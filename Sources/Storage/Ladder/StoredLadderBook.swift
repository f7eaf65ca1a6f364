public import Access
public import CaseRegister
import ReferralDomain

/// The book of the ladder in the one database.
public struct StoredLadderBook: LadderBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func changes() async throws(JournalFault) -> [LadderChange] {
        try await database.read { try Self.changes(in: $0) }
    }

    /// The changes while the program starts: the lists are computed from them.
    public func changesAtStart() throws(JournalFault) -> [LadderChange] {
        try database.readAtStart { try Self.changes(in: $0) }
    }

    public func propose(_ change: LadderChange) async throws(JournalFault) -> Bool {
        try await database.write { session in
            if try !session.rows(SQL.change, [.text(change.id.text)]).isEmpty { return true }
            let last = try session.rows(SQL.lastVersion, [.text(change.kind.rawValue)]).first?.integer(0)
            guard Int64(change.version) == (last ?? 0) + 1 else { return false }
            try session.run(
                SQL.add,
                [
                    .text(change.id.text), .text(change.kind.rawValue), .integer(Int64(change.version)),
                    SQLValue(change.times?.goal),
                    SQLValue(change.times.map { $0.rungs.map(String.init).joined(separator: " ") }),
                    .text(change.reason.rawValue), .text(change.made.actor.text),
                    .integer(change.made.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    public func approve(
        _ change: RecordID<LadderChange>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try !session.rows(SQL.newest, [.text(change.text)]).isEmpty else { return false }
            try session.run(
                SQL.approve,
                [
                    .text(change.text), .text(stamp.actor.text),
                    .integer(stamp.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    private static func changes(in session: any SQLSession) throws -> [LadderChange] {
        var approved: [String: Stamp] = [:]
        for row in try session.rows(SQL.approved) { approved[try row.text(0)] = try stamp(row, 1, 2) }
        return try session.rows(SQL.changes).map { row in
            let change = try change(row)
            return approved[change.id.text].map(change.approved) ?? change
        }
    }

    private static func change(_ row: SQLRow) throws -> LadderChange {
        guard let id = try? RecordID<LadderChange>(reading: try row.text(0)),
            let kind = Obligation.Kind(rawValue: try row.text(1)),
            let reason = LadderChange.Reason(rawValue: try row.text(5))
        else { throw JournalFault.damaged }
        let rungs = try row.text(4).split(separator: " ").compactMap { Int64($0) }
        let goal = try row.integer(3)
        var times: LadderChange.Times?
        if !rungs.isEmpty {
            times = LadderChange.Times(goal: goal == 0 ? nil : goal, rungs: rungs)
            if times == nil { throw JournalFault.damaged }
        }
        return LadderChange(
            id, of: kind, version: Int(try row.integer(2)), to: times, because: reason,
            made: try stamp(row, 6, 7))
    }

    private static func stamp(_ row: SQLRow, _ actor: Int, _ instant: Int) throws -> Stamp {
        guard let account = try? ActorID(reading: try row.text(actor)) else { throw JournalFault.damaged }
        return Stamp(
            actor: account, instant: Instant(millisecondsSinceEpoch: try row.integer(instant)))
    }
}

private enum SQL {
    static let changes: SharedSQL = """
        SELECT change_id, kind, version, coalesce(goal_ms, 0), coalesce(rungs_ms, ''), reason, actor,
            changed_at_ms
        FROM ladder_change ORDER BY kind, version
        """
    static let approved: SharedSQL = """
        SELECT change_id, approved_by, approved_at_ms FROM ladder_change WHERE approved_by IS NOT NULL
        """
    static let change: SharedSQL = "SELECT change_id FROM ladder_change WHERE change_id = $1"
    static let lastVersion: SharedSQL = """
        SELECT coalesce(max(version), 0) FROM ladder_change WHERE kind = $1
        """
    static let add: SharedSQL = """
        INSERT INTO ladder_change (
            change_id, kind, version, goal_ms, rungs_ms, reason, actor, changed_at_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    static let newest: SharedSQL = """
        SELECT change_id FROM ladder_change WHERE change_id = $1 AND approved_by IS NULL AND version = (
            SELECT max(newer.version) FROM ladder_change AS newer WHERE newer.kind = ladder_change.kind
        )
        """
    static let approve: SharedSQL = """
        UPDATE ladder_change SET approved_by = $2, approved_at_ms = $3 WHERE change_id = $1
        """
}
