public import CaseRegister
public import ReferralDomain

/// A session as the server keeps it: found by a hash of its token, its key locked with the token.
public struct SessionRecord: Hashable, Sendable {
    /// The hash of the token.
    public let lookup: String
    /// What the lists call it; nobody can enter with it.
    public let id: String
    public let account: ActorID
    public let formToken: String
    /// The private part of the account's pair, locked with the token.
    public let lockedKey: [UInt8]
    public let times: Times

    public struct Times: Hashable, Sendable {
        public let created: Instant
        /// Written at most once a minute.
        public let seen: Instant
        public let steppedUpUntil: Instant?
        /// After how long without use it ends, in milliseconds.
        public let idleLimit: Int64

        public init(created: Instant, seen: Instant, steppedUpUntil: Instant?, idleLimit: Int64) {
            self.created = created
            self.seen = seen
            self.steppedUpUntil = steppedUpUntil
            self.idleLimit = idleLimit
        }
    }

    public init(
        _ lookup: String, id: String, of account: ActorID, formToken: String, lockedKey: [UInt8],
        times: Times
    ) {
        self.lookup = lookup
        self.id = id
        self.account = account
        self.formToken = formToken
        self.lockedKey = lockedKey
        self.times = times
    }

    /// Whether it still lets its holder in.
    public func isLive(at now: Instant) -> Bool {
        let age = now.millisecondsSinceEpoch - times.created.millisecondsSinceEpoch
        let idle = now.millisecondsSinceEpoch - times.seen.millisecondsSinceEpoch
        return age < SessionRule.longest && idle < times.idleLimit
    }
}
