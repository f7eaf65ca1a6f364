import ReferralDomain

/// The own reports: nothing here leads to a case.
struct ReportsModel: Equatable, Sendable {
    let head: StaffHead
    /// The newest first.
    let lines: [Line]

    struct Line: Equatable, Sendable {
        let code: String
        let at: Instant
        let word: SafeWord
    }
}
