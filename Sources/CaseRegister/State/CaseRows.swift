public import ReferralDomain

/// What the lists show of one case: computed from the case and the rules, and from nothing else.
///
/// Every list of `CaseLists` is a choice among these, so that a list can be dropped and made anew.
public struct CaseRows: Hashable, Sendable {
    public let queue: QueueRow
    /// The queue in which the case stands, whether somebody has taken it or not: a municipality, or the
    /// reserved one of a municipality whose control centre is implicated.
    public let standsIn: String
    /// How many reports the case has, those set aside among them.
    public let reports: Int
    /// Who sent the first report; nil for the street, where nobody has an account.
    public let reporter: ActorID?
    public let obligations: [ObligationRow]
    /// The referrals that have left the desk, in the order in which they were drafted.
    public let referrals: [ReferralRow]
    /// The place, where somebody saw signs and no person.
    public let place: Place?

    /// One referral and the unit that it went to.
    public struct ReferralRow: Hashable, Sendable {
        public let institution: String
        /// nil where the receiver has no accounts.
        public let unit: UnitID?
        public let inbox: InboxRow
        /// When it was done, rejected or recalled; nil while it is open.
        public let ended: Instant?
        /// When somebody there first said who has it; nil while nobody has.
        public var acknowledged: Acknowledgement?

        public init(institution: String, unit: UnitID?, inbox: InboxRow, ended: Instant?) {
            self.institution = institution
            self.unit = unit
            self.inbox = inbox
            self.ended = ended
        }
    }

    /// When a receiver acknowledged, and how long that took from when it was first told, in milliseconds.
    public struct Acknowledgement: Hashable, Sendable {
        public let at: Instant
        public let waited: Int64

        public init(at instant: Instant, after told: Instant) {
            at = instant
            // A declared hour may lie before the call that it answers.
            waited = max(0, instant.millisecondsSinceEpoch - told.millisecondsSinceEpoch)
        }
    }

    /// Where and when signs were seen without a person.
    public struct Place: Hashable, Sendable {
        public let district: String
        public let at: Instant

        public init(district: String, at: Instant) {
            self.district = district
            self.at = at
        }
    }
}

extension Obligation {
    /// When its clock ends, not before the pause does; nil where it has no end.
    ///
    /// Lists are sorted by it, and a clock that stands still is never late.
    public var end: Instant? { due.map { max($0, pausedUntil ?? $0) } }
}
