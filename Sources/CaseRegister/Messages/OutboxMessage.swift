public import ReferralDomain

/// A message as the outbox keeps it: codes and ids only.
public struct OutboxMessage: Hashable, Sendable {
    public let id: MessageID
    public let kind: NoticeKind
    public let audience: NoticeAudience
    public let unit: UnitID
    /// The case, and the code that the text says; nil for the code that proves an address.
    public let subject: Subject?
    public let standing: Standing

    public struct Subject: Hashable, Sendable {
        public let caseID: CaseID
        public let reference: CaseReference
        public let referral: ReferralID?

        public init(_ id: CaseID, _ reference: CaseReference, referral: ReferralID?) {
            caseID = id
            self.reference = reference
            self.referral = referral
        }
    }

    public struct Standing: Hashable, Sendable {
        public let state: MessageState
        /// How often it was tried since it was written or taken up again.
        public let attempts: Int
        /// The kind of the last channel that was tried.
        public let channel: ChannelKind?
        /// What came of the last try: a word such as `smtp-550`.
        public let outcome: String?
        public let created: Instant
        public let next: Instant
        public let deadline: Instant

        /// The outcome of a message that waited in a backup that was put back: nobody knows whether it left since.
        public static let restored = "restored"

        public init(
            _ state: MessageState, attempts: Int, channel: ChannelKind?, outcome: String?,
            times: (created: Instant, next: Instant, deadline: Instant)
        ) {
            self.state = state
            self.attempts = attempts
            self.channel = channel
            self.outcome = outcome
            (created, next, deadline) = times
        }
    }

    public init(
        _ id: MessageID, _ kind: NoticeKind, to unit: UnitID, audience: NoticeAudience,
        about subject: Subject?,
        _ standing: Standing
    ) {
        self.id = id
        self.kind = kind
        self.unit = unit
        self.audience = audience
        self.subject = subject
        self.standing = standing
    }
}

/// The id of a message, which every try carries, so that a receiver knows the second one.
public typealias MessageID = RecordID<OutboxMessage>

/// How a message stands.
public enum MessageState: String, CaseIterable, Sendable {
    case waiting
    /// The machine that serves the address took it.
    case delivered
    /// A dead letter: given up, until somebody asks for another try.
    case failed
    /// What it was about was settled before it left.
    case needless
}
