public import CaseRegister
import JSON
import ReferralDomain

extension StoredCaseJournal: JournalTrail {
    public func end() async throws(JournalFault) -> JournalAnchor? {
        try await database.read { session in
            guard let row = try session.rows(SQL.end).first else { return nil }
            return JournalAnchor(position: try row.integer(0), hash: try row.text(1))
        }
    }

    public func acts(_ question: TrailQuestion) async throws(JournalFault) -> [TrailAct] {
        let values: [SQLValue] = [
            .text(question.actor?.text ?? ""), .text(question.name ?? ""),
            .integer(question.from?.millisecondsSinceEpoch ?? .min),
            .integer(question.before?.millisecondsSinceEpoch ?? .max),
        ]
        let most = SQLValue.integer(Int64(question.most))
        return try await database.read { session in
            let rows =
                if let after = question.after {
                    try session.rows(SQL.forward, values + [.integer(after), most])
                } else {
                    try session.rows(SQL.backward, values + [.integer(question.upTo ?? .max), most])
                }
            return try rows.map(Self.act)
        }
    }

    public func firstFinding() async throws(JournalFault) -> JournalCheck.Finding? {
        try await verifyChain()
    }

    private static func act(_ row: SQLRow) throws(JournalFault) -> TrailAct {
        let linked = try LinkedEntry(row)
        return TrailAct(
            linked.entry, reason: reason(in: linked.entry.payload), previousHash: linked.previousHash,
            hash: linked.hash)
    }

    /// The coded reason of an event and nothing else of it; a text that is no code is not shown.
    private static func reason(in payload: String) -> String? {
        guard let json = try? JSON(parsing: Array(payload.utf8)), let reason = json["reason"]?.string else {
            return nil
        }
        return (try? ActorID(reading: reason))?.text
    }
}

private enum SQL {
    static let end: SharedSQL = """
        SELECT position, hash FROM journal_event WHERE position = (SELECT max(position) FROM journal_event)
        """
    static let backward =
        LinkedEntry.columns + """
            WHERE ($1 = '' OR actor = $1) AND ($2 = '' OR name = $2) AND recorded_at_ms >= $3
              AND recorded_at_ms < $4 AND position <= $5
            ORDER BY position DESC LIMIT $6
            """
    static let forward =
        LinkedEntry.columns + """
            WHERE ($1 = '' OR actor = $1) AND ($2 = '' OR name = $2) AND recorded_at_ms >= $3
              AND recorded_at_ms < $4 AND position > $5
            ORDER BY position LIMIT $6
            """
}
