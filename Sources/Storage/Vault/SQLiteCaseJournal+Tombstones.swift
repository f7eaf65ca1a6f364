public import Access
public import CaseRegister

extension SQLiteCaseJournal {
    /// Every person whose keys were destroyed, as the journal tells it.
    public func tombstones() async throws(JournalFault) -> [Tombstone] {
        try await database.read { session in
            var shreddings: [RecordedEvent] = []
            try session.forEachRow(of: SQL.shreddings) { row in
                shreddings.append(try LinkedEntry(row).entry.recorded())
            }
            return Tombstone.all(in: shreddings)
        }
    }
}

private enum SQL {
    static let shreddings = LinkedEntry.columns + "WHERE name = 'person-shredded' ORDER BY position"
}
