public import ReferralDomain

/// What came of one try, and what follows.
public struct MessageResult: Hashable, Sendable {
    /// The channel that was tried; nil where there was none.
    public let channel: UnitChannel?
    /// A word of the house such as `smtp-550`; never what a server said.
    public let outcome: String
    /// Whether this address would refuse again.
    public let isFinal: Bool
    public let next: Next

    public enum Next: Hashable, Sendable {
        case delivered
        case again(at: Instant)
        case failed
        case needless
    }

    /// Whether the case must be told that nobody could be reached.
    public let warns: Bool

    public init(
        _ outcome: String, by channel: UnitChannel?, isFinal: Bool = false, then next: Next,
        warns: Bool = false
    ) {
        self.outcome = outcome
        self.channel = channel
        self.isFinal = isFinal
        self.next = next
        self.warns = warns
    }
}
