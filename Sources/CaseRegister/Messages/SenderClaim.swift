public import ReferralDomain

/// That one sender holds some messages for a while, so that no other of the same database sends them too.
public struct SenderClaim: Hashable, Sendable {
    public let sender: SenderID
    /// From then on somebody else may take them: this sender has died, or was cut off.
    public let until: Instant

    public init(by sender: SenderID, until: Instant) {
        self.sender = sender
        self.until = until
    }
}

/// One program that sends, new at each of its starts.
public typealias SenderID = RecordID<SenderClaim>
