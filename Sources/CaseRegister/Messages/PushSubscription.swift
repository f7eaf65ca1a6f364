public import ReferralDomain

/// A browser whose user asked to be woken when there is something for the unit.
public struct PushSubscription: Hashable, Sendable {
    public let id: PushID
    public let account: ActorID
    public let address: PushAddress
    public let added: Instant

    public init(_ id: PushID, of account: ActorID, at address: PushAddress, added: Instant) {
        self.id = id
        self.account = account
        self.address = address
        self.added = added
    }
}

public typealias PushID = RecordID<PushSubscription>
