public import CaseRegister
public import ReferralDomain

/// One way to acknowledge that was handed out and waits: a link, or six digits. Never the secret itself.
public struct AcknowledgementTicket: Hashable, Sendable {
    /// Of a link the lookup of its secret; of a code a number that was drawn.
    public let id: String
    public let kind: Kind
    public let about: Subject
    public let issuer: Issuer
    /// Of a code the salt and the hash; nil for a link, whose id is its hash.
    public let code: StoredCode?
    public let issued: Instant
    public let expires: Instant
    /// How often a code was typed.
    public var tries = 0
    public var usedAt: Instant?

    public init(
        _ id: String, _ kind: Kind, about: Subject, by issuer: Issuer, code: StoredCode? = nil,
        at now: Instant
    ) {
        self.id = id
        self.kind = kind
        self.about = about
        self.issuer = issuer
        self.code = code
        issued = now
        expires = now.adding(milliseconds: kind.lifeMilliseconds)
    }

    /// A ticket as it was found.
    public init(
        _ id: String, _ kind: Kind, about: Subject, by issuer: Issuer, code: StoredCode?,
        life: (issued: Instant, expires: Instant)
    ) {
        self.id = id
        self.kind = kind
        self.about = about
        self.issuer = issuer
        self.code = code
        issued = life.issued
        expires = life.expires
    }

    public enum Kind: String, CaseIterable, Sendable {
        /// The one-time link.
        case link
        /// Six digits that the operator reads out on the telephone and the receiver repeats.
        case call
        /// Six digits that stand beside the link: proof that the notice was read.
        case notice

        /// How long it can be used, in milliseconds.
        public var lifeMilliseconds: Int64 {
            switch self {
            case .link: 24 * 3_600_000
            case .call: 10 * 60_000
            case .notice: 2 * 3_600_000
            }
        }
    }

    /// What it acknowledges, and for whom.
    public struct Subject: Hashable, Sendable {
        public let caseID: CaseID
        public let referral: ReferralID
        /// An institution of the catalogue.
        public let institution: String

        public init(_ caseID: CaseID, _ referral: ReferralID, institution: String) {
            self.caseID = caseID
            self.referral = referral
            self.institution = institution
        }
    }

    /// Who handed it out.
    public struct Issuer: Hashable, Sendable {
        public let account: ActorID
        /// The public half of the session, which alone may type the code of a call back.
        public let session: String

        public init(_ account: ActorID, session: String) {
            self.account = account
            self.session = session
        }
    }

    /// Six digits as they are stored.
    public struct StoredCode: Hashable, Sendable {
        /// Text of random digits.
        public let salt: String
        public let hash: String

        public init(salt: String, hash: String) {
            self.salt = salt
            self.hash = hash
        }
    }
}
