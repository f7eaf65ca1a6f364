public import Access
public import CaseRegister

/// What the pages about messages need.
public struct MessagePorts: Sendable {
    public let outbox: any MessageOutbox
    public let channels: ChannelDesk
    /// The ways that lead out of this house; none where nobody has set one up.
    public let kinds: [ChannelKind]
    /// The receivers of webhooks that may be called.
    public let origins: Set<WebOrigin>
    /// Waking of browsers; nil where the house does not.
    public var push: PushPorts?

    public init(
        outbox: any MessageOutbox, channels: ChannelDesk, kinds: [ChannelKind], origins: Set<WebOrigin>
    ) {
        self.outbox = outbox
        self.channels = channels
        self.kinds = kinds
        self.origins = origins
    }
}
