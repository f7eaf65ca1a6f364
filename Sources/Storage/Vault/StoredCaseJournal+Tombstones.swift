public import Access
public import CaseRegister
import ReferralDomain

extension StoredCaseJournal {
    /// Every person whose keys were destroyed, as the journal tells it and as the vault remembers it.
    public func tombstones() async throws(JournalFault) -> [Tombstone] {
        try await database.read { session in
            var shreddings: [RecordedEvent] = []
            try session.walk(SQL.shreddings) { row in
                shreddings.append(try LinkedEntry(row).entry.recorded())
            }
            let buried = try session.rows(SQL.buried).map { row in
                guard let person = try? PersonID(reading: try row.text(0)) else { throw JournalFault.damaged }
                return Tombstone(person, at: Instant(millisecondsSinceEpoch: try row.integer(1)))
            }
            let told = Tombstone.all(in: shreddings)
            let known = Set(told.map(\.person))
            return told + buried.filter { !known.contains($0.person) }
        }
    }
}

private enum SQL {
    static let buried: SharedSQL = "SELECT person, shredded_at_ms FROM person_tombstone ORDER BY person"
    static let shreddings = LinkedEntry.columns + "WHERE name = 'person-shredded' ORDER BY position"
}
