public import ReferralDomain

/// What is true of one case now: the fold of its events.
public struct CaseState: Equatable, Sendable {
    /// How many events have happened; zero for a case that nobody has reported.
    public internal(set) var version = 0
    /// The name of the case on the telephone; nil before the first report.
    public internal(set) var reference: CaseReference?
    /// When the first report was registered.
    public internal(set) var opened: Moment?
    /// The report that stands; nil before the first one.
    public internal(set) var standing: StreetReport?
    /// The reports that do not stand, in the order in which they were set aside.
    public internal(set) var earlier: [StreetReport] = []
    /// Facts settled after the report; they win over it.
    public internal(set) var settledFacts: [String: String] = [:]

    /// The control centre that owns the case; nil until one has taken it.
    public internal(set) var unit: UnitID?
    public internal(set) var municipality: String?
    public internal(set) var owner: ActorID?
    public internal(set) var claimed: Moment?
    public internal(set) var mergedInto: CaseID?

    /// In the order in which they were added.
    public internal(set) var people: [PersonState] = []
    /// In the order in which they were drafted.
    public internal(set) var referrals: [Referral] = []

    /// The rungs that each obligation has climbed.
    public internal(set) var rungs: [String: [Climb]] = [:]
    public internal(set) var pauses: [String: Pause] = [:]
    /// When an institution last spoke about an obligation.
    public internal(set) var lastWord: [String: Instant] = [:]
    public internal(set) var brokenGlass: [BrokenGlass] = []
    public internal(set) var closing: Closing?
    public internal(set) var closed: Moment?

    /// A case that nobody has reported yet.
    public init() {}

    /// The case after all these events.
    public init(after history: some Sequence<RecordedEvent>) {
        for recorded in history { apply(recorded.event, at: recorded.moment) }
    }

    public struct Climb: Hashable, Sendable {
        public let rung: Rung
        public let moment: Moment
    }

    public struct Pause: Hashable, Sendable {
        public let reason: String
        public let from: Moment
        public let until: Instant
        /// How long earlier pauses of the same clock lasted, in milliseconds.
        public let earlierMilliseconds: Int64
        public internal(set) var ended: Instant?
    }

    public struct BrokenGlass: Hashable, Sendable {
        public let by: ActorID
        public let unit: UnitID
        public let approvedBy: ActorID
        public let reason: String
        public let opened: Moment
        public let until: Instant
        public internal(set) var reviewed: Moment?
    }

    public struct Closing: Hashable, Sendable {
        public let reason: String
        public let by: ActorID
    }

    /// The person with this id; nil where the case has none.
    public func person(_ id: PersonID) -> PersonState? { people.first { $0.id == id } }

    /// The referral with this id; nil where the case has none.
    public func referral(_ id: ReferralID) -> Referral? { referrals.first { $0.id == id } }

    /// What is known of a fact: what was settled, else what was reported; nil where nobody said.
    public func fact(_ fact: String) -> String? { settledFacts[fact] ?? standing?.value(of: fact) }

    /// Whether any report of it was sent under duress: an order to send "all is well" takes nothing back.
    public var isUnderDuress: Bool {
        (earlier + [standing].compactMap(\.self)).contains(where: \.isUnderDuress)
    }
}
