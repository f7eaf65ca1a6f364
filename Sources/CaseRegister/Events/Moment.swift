public import ReferralDomain

/// When something was registered and by whom, and when the person who registered it says that it happened.
///
/// Both times are kept and both are shown. No path writes the registered one from what a client says.
public struct Moment: Hashable, Sendable {
    public let registered: Instant
    /// What was declared; nil where nothing else than the registered time was.
    public let declared: Instant?
    public let actor: ActorID

    public init(registered: Instant, declared: Instant? = nil, actor: ActorID) {
        self.registered = registered
        self.declared = declared
        self.actor = actor
    }

    /// When it happened, as far as anybody said.
    public var happened: Instant { declared ?? registered }
}
