public import CaseRegister

/// What was changed of the ladder, beside the file of the catalogue.
public protocol LadderBook: Sendable {
    /// Every change, by kind, the oldest first.
    func changes() async throws(JournalFault) -> [LadderChange]

    /// Keeps a proposal, which is the next version of its kind.
    ///
    /// Returns `false` where another one has this version already: the page was old. The same id again is the same
    /// proposal.
    func propose(_ change: LadderChange) async throws(JournalFault) -> Bool

    /// Keeps the second person of the newest proposal of a kind; returns `false` where it has one, is not the newest
    /// or is unknown.
    func approve(_ change: RecordID<LadderChange>, _ stamp: Stamp) async throws(JournalFault) -> Bool
}
