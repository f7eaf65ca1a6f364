public import ReferralDomain

/// An invitation that waits for its one use. Its keys are locked with the half that only the paper holds.
public struct InvitationRecord: Hashable, Sendable {
    /// The hash of the first half.
    public let lookup: String
    public let account: Account
    /// The secret of the six digits and the pair of the unit, locked with the first half.
    public let locked: [UInt8]
    /// What the second half, which is spoken, is checked with.
    public let spoken: Spoken
    public let expires: Instant
    /// How often a wrong second half was tried.
    public let tries: Int

    public struct Spoken: Hashable, Sendable {
        public let stored: String
        public let salt: [UInt8]

        public init(stored: String, salt: [UInt8]) {
            self.stored = stored
            self.salt = salt
        }
    }

    public init(
        _ lookup: String, for account: Account, locked: [UInt8], spoken: Spoken, term: Term
    ) {
        self.lookup = lookup
        self.account = account
        self.locked = locked
        self.spoken = spoken
        expires = term.expires
        tries = term.tries
    }

    /// How long it may still be used, and how often it was tried.
    public struct Term: Hashable, Sendable {
        public let expires: Instant
        public let tries: Int

        public init(expires: Instant, tries: Int = 0) {
            self.expires = expires
            self.tries = tries
        }
    }

    /// Whether it may be tried.
    public func isOpen(at now: Instant) -> Bool { now < expires && tries < Self.mostTries }

    /// Activation codes live 24 hours (OWASP ASVS 6.4.1).
    public static let lifeMilliseconds: Int64 = 86_400_000
    /// Six digits are guessed one time in 200,000 within five tries.
    public static let mostTries = 5
}
