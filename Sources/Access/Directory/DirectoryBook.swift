public import CaseRegister

/// What people learned about contacts: calls and changed numbers, beside the files of the catalogue.
public protocol DirectoryBook: Sendable {
    /// Keeps a call; the same id again is the same call.
    func record(_ call: ContactCall) async throws(JournalFault)

    /// The calls of all contacts, the oldest first.
    func calls() async throws(JournalFault) -> [ContactCall]

    /// Every change, by contact, the oldest first.
    func changes() async throws(JournalFault) -> [NumberChange]

    /// Keeps a change, which is the next version of its contact.
    ///
    /// Returns `false` where another change has this version already: the page was old. The same id again is the
    /// same change.
    func change(_ change: NumberChange) async throws(JournalFault) -> Bool

    /// Keeps the second person of a change that has none; returns `false` where it has one or is unknown.
    func confirm(_ change: RecordID<NumberChange>, _ stamp: Stamp) async throws(JournalFault) -> Bool
}
