public import ReferralDomain

/// A browser that is to be woken, held by one sender for a moment.
public struct ClaimedWake: Hashable, Sendable {
    public let id: PushID
    public let address: PushAddress
    public let sender: SenderID
    /// Which wake this is: there is a newer one where something came meanwhile.
    public let wake: Int
    /// The number of this try, from 1 on.
    public let attempt: Int

    public init(_ id: PushID, at address: PushAddress, by sender: SenderID, wake: Int, attempt: Int) {
        self.id = id
        self.address = address
        self.sender = sender
        self.wake = wake
        self.attempt = attempt
    }

    /// What follows from a try.
    public enum Result: Hashable, Sendable {
        /// The maker took it, or it was given up: nothing more is owed.
        case done
        case again(at: Instant)
        /// There is no such browser any more.
        case ended
    }
}
