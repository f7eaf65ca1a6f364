import CaseRegister
public import ReferralDomain

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

    private init(_ notes: [String: ContactNote]) { self.notes = notes }

    /// The same, where contacts with one number share what calls have shown: trust belongs to the number, since
    /// it rings in the same place whoever is meant.
    ///
    /// - Parameter published: the number of every contact of the edition, by its id.
    public func sharing(_ published: [String: String]) -> DirectoryNotes {
        func number(_ contact: String) -> String? { notes[contact]?.inForce?.dialled ?? published[contact] }
        let contacts = Set(published.keys).union(notes.keys)
        var shared = notes
        for (_, group) in Dictionary(grouping: contacts.filter { number($0) != nil }, by: number)
        where group.count > 1 {
            let told = group.flatMap { notes[$0]?.told ?? [] }
            guard !told.isEmpty else { continue }
            for contact in group {
                let note = self[contact]
                shared[contact] = ContactNote(
                    calls: note.calls, changes: note.changes, trust: ContactTrust(calls: told))
            }
        }
        return DirectoryNotes(shared)
    }

    /// When the newest call or change was made; nil where there is none.
    public var lastChange: Instant? {
        notes.values.flatMap { [$0.calls.first?.at, $0.changes.first?.made.instant].compactMap(\.self) }.max()
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

    init(calls: [ContactCall], changes: [NumberChange], trust: ContactTrust) {
        self.calls = calls
        self.changes = changes
        self.trust = trust
    }

    /// The calls to the number in force; what was called before a change says nothing about it.
    var told: [ContactCall] {
        calls.filter { call in inForce.map { call.at >= $0.made.instant } ?? true }
    }

    /// The change in force; nil where the files hold.
    public var inForce: NumberChange? { changes.first }
    /// The version that the next change will have.
    public var nextVersion: Int { (changes.first?.version ?? 0) + 1 }
}
