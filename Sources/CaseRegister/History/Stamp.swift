public import ReferralDomain

/// Who did it and when: one stamp a command, so that all its events agree.
public struct Stamp: Hashable, Sendable {
    public let actor: ActorID
    public let instant: Instant

    public init(actor: ActorID, instant: Instant) {
        self.actor = actor
        self.instant = instant
    }
}
