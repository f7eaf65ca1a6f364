public import ReferralDomain

/// Cases to be counted, read page by page so that a year of them need not fit in memory.
public protocol CaseArchive: Sendable {
    /// Cases whose first report was registered from a moment on and before another one, in the order of their ids.
    ///
    /// - Parameter place: the case behind which to go on, nil for the first page, and how many at most.
    func cases(
        openedFrom start: Instant, before end: Instant, from place: (after: CaseID?, most: Int)
    ) async throws(JournalFault) -> [ArchivedCase]
}

/// One case of the archive as it stands now.
public struct ArchivedCase: Equatable, Sendable {
    public let id: CaseID
    public let state: CaseState

    public init(_ id: CaseID, _ state: CaseState) {
        self.id = id
        self.state = state
    }
}
