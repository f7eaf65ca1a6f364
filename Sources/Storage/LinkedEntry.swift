import CaseRegister

/// A row of the journal as it was found: an entry and the two hashes that stand beside it.
struct LinkedEntry: Sendable {
    let entry: JournalEntry
    let previousHash: String
    let hash: String

    /// Reads the ten columns in the order of the table.
    init(_ row: SQLRow) throws(JournalFault) {
        let event = StoredEvent(
            name: try row.text(3), version: try row.integer(4), payload: try row.text(5))
        entry = JournalEntry(
            at: try row.integer(0), of: try row.text(1), version: try row.integer(2), event: event,
            actor: try row.text(6), recordedAtMilliseconds: try row.integer(7))
        previousHash = try row.text(8)
        hash = try row.text(9)
    }

    /// Whether the row follows the one with this hash and holds what was written.
    func isLinked(after previous: String, in chain: JournalChain) -> Bool {
        previousHash == previous && hash == chain.hash(of: entry, after: previous)
    }
}
