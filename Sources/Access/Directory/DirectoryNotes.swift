import CaseRegister

/// What the book says of every contact: its trust, its number in force, and how that came about.
public struct DirectoryNotes: Sendable {
    public let notes: [String: ContactNote]

    public static let empty = DirectoryNotes(calls: [], changes: [])

    public init(calls: [ContactCall], changes: [NumberChange]) {
        let callsOf = Dictionary(grouping: calls, by: \.contact)
        let changesOf = Dictionary(grouping: changes, by: \.contact)
        let contacts = Set(callsOf.keys).union(changesOf.keys)
        notes = Dictionary(
            uniqueKeysWithValues: contacts.map { contact in
                (contact, ContactNote(calls: callsOf[contact] ?? [], changes: changesOf[contact] ?? []))
            })
    }

    public subscript(_ contact: String) -> ContactNote {
        notes[contact] ?? ContactNote(calls: [], changes: [])
    }
}

/// What the book says of one contact.
public struct ContactNote: Hashable, Sendable {
    /// The newest first.
    public let calls: [ContactCall]
    /// The newest first; the first is in force.
    public let changes: [NumberChange]
    public let trust: ContactTrust

    public init(calls: [ContactCall], changes: [NumberChange]) {
        self.calls = calls.sorted { ($0.at, $0.id.text) > ($1.at, $1.id.text) }
        self.changes = changes.sorted { $0.version > $1.version }
        trust = ContactTrust(calls: calls, changedAt: self.changes.first?.made.instant)
    }

    /// The change in force; nil where the files hold.
    public var inForce: NumberChange? { changes.first }
    /// The version that the next change will have.
    public var nextVersion: Int { (changes.first?.version ?? 0) + 1 }
}
