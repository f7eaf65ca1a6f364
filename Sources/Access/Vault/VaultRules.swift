/// By what the vault decides: the catalogue in force and the limits.
public struct VaultRules: Hashable, Sendable {
    public let policy: SealingPolicy
    /// The codes with which a text may be opened.
    public let revealReasons: Set<String>
    public let searchReasons: Set<String>
    /// Over it a fresh second factor is needed.
    public let hourlyReveals: AuditLimit
    /// Over it nothing is opened.
    public let dailyReveals: AuditLimit
    public let searches: AuditLimit

    /// Rules with the limits of the house: 20 openings an hour, 60 a day, 10 searches an hour.
    public init(policy: SealingPolicy, revealReasons: Set<String>, searchReasons: Set<String>) {
        self.policy = policy
        self.revealReasons = revealReasons
        self.searchReasons = searchReasons
        hourlyReveals = AuditLimit(20, within: AuditLimit.hour)
        dailyReveals = AuditLimit(60, within: AuditLimit.day)
        searches = AuditLimit(10, within: AuditLimit.hour)
    }
}
