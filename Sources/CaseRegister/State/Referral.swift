public import ReferralDomain

/// One referral as it stands, and the hops that it made.
public struct Referral: Equatable, Sendable {
    public let id: ReferralID
    public let draft: ReferralDraft
    public internal(set) var state: ReferralState
    /// The state before a pause, to which it returns.
    public internal(set) var heldFrom: ReferralState?
    public internal(set) var heldUntil: Instant?
    /// Its pauses, in order; the last one has no end while it lasts.
    public internal(set) var holds: [Hold] = []
    /// The coded reason of a pause, a rejection or a recall.
    public internal(set) var reason: String?
    public internal(set) var suggested: String?
    public internal(set) var proof: Proof?
    public internal(set) var evidence: Evidence?
    /// Every state that it entered, in order: what the originator sees.
    public internal(set) var hops: [Hop]
    /// The telephone calls to the receiver, answered or not.
    public internal(set) var calls: [Call] = []
    /// Since when it is known that no message arrived; nil while one may, or has.
    public internal(set) var undelivered: Moment?

    /// Whether no message arrived and nobody there has said anything since: somebody must call.
    public var isUnreached: Bool {
        guard let undelivered, state == .sent || state == .called else { return false }
        return !calls.contains { $0.answered && $0.moment.registered >= undelivered.registered }
    }

    /// A pause in registered time: what is declared backwards makes nobody less late.
    public struct Hold: Hashable, Sendable {
        public let began: Instant
        public internal(set) var ended: Instant?
    }

    public struct Call: Hashable, Sendable {
        /// What the caller says.
        public let answered: Bool
        public let moment: Moment
    }

    public struct Hop: Hashable, Sendable {
        public let state: ReferralState
        public let channel: Channel?
        public let moment: Moment

        public init(_ state: ReferralState, by channel: Channel?, _ moment: Moment) {
            self.state = state
            self.channel = channel
            self.moment = moment
        }
    }

    public init(id: ReferralID, draft: ReferralDraft, at moment: Moment) {
        self.id = id
        self.draft = draft
        state = .drafted
        hops = [Hop(.drafted, by: nil, moment)]
    }

    /// When it entered a state for the first time; after a pause it enters it again. Nil where it never did.
    public func firstEntered(_ state: ReferralState) -> Moment? {
        hops.first { $0.state == state }?.moment
    }

    /// When it entered a state for the last time; nil where it never did.
    public func entered(_ state: ReferralState) -> Moment? { hops.last { $0.state == state }?.moment }
}
