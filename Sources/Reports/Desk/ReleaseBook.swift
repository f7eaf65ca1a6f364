public import CaseRegister

/// What was proposed and published, and what the open data have spent.
public protocol ReleaseBook: Sendable {
    /// Every release, the oldest first; those that were taken back among them.
    func releases() async throws(JournalFault) -> [FigureRelease]

    /// Keeps a proposal and charges its open data to the budget of the year, both or neither.
    ///
    /// Returns `false` where its period overlaps one that stands, or the budget is not enough. The same id again is
    /// the same proposal.
    func propose(_ release: FigureRelease) async throws(JournalFault) -> Bool

    /// Keeps the second person; returns `false` where it does not wait for one.
    func approve(_ id: RecordID<FigureRelease>, _ stamp: Stamp) async throws(JournalFault) -> Bool

    /// Takes a proposal back; what its noise has spent stays spent. Returns `false` where it does not wait.
    func discard(_ id: RecordID<FigureRelease>, _ stamp: Stamp) async throws(JournalFault) -> Bool

    /// What was spent of the budget of a year.
    func spent(in year: Int) async throws(JournalFault) -> PrivacyBudget
}
