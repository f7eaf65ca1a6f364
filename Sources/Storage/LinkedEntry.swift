import CaseRegister

/// A row of the journal as it was found: an entry and the three hashes that stand beside it.
struct LinkedEntry: Sendable {
    let entry: JournalEntry
    let previousHash: String
    let hash: String
    /// The hash in the chain of its case; empty in a row of the first release until it is filled.
    let caseHash: String

    /// Reads the eleven columns in the order of the table.
    init(_ row: SQLRow) throws(JournalFault) {
        let event = StoredEvent(
            name: try row.text(3), version: try row.integer(4), payload: try row.text(5))
        entry = JournalEntry(
            at: try row.integer(0), of: try row.text(1), version: try row.integer(2), event: event,
            actor: try row.text(6), recordedAtMilliseconds: try row.integer(7))
        previousHash = try row.text(8)
        hash = try row.text(9)
        caseHash = try row.text(10)
    }

    /// Whether the row follows the one with this hash and holds what was written.
    func isLinked(after previous: String, in chain: JournalChain) -> Bool {
        previousHash == previous && hash == chain.hash(of: entry, after: previous)
    }

    /// The columns in this order.
    static let columns: SharedSQL = """
        SELECT position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash,
            hash, case_hash
        FROM journal_event
        """
}
