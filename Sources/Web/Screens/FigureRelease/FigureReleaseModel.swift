import Reports

/// What waits for a second person, what was published, and what is left of the budgets.
struct FigureReleaseModel: Equatable, Sendable {
    let releases: [FigureRelease]
    /// What may be proposed.
    let open: [FigurePeriod]
    let budgets: [Year]
    /// Why the last act was not done; nil where it was, or there was none.
    let problem: Problem?

    struct Year: Equatable, Sendable {
        let year: Int
        let budget: PrivacyBudget
    }

    enum Problem: Equatable, Sendable {
        case periodMissing
        case refused(ReleaseRefusal)
    }

    var waiting: [FigureRelease] { releases.filter(\.isWaiting) }
    /// The newest first.
    var settled: [FigureRelease] { releases.filter { !$0.isWaiting }.reversed() }
}
