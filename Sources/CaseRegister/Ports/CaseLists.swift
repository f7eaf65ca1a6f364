public import ReferralDomain

/// What is read from all cases at once. Every list is limited to what the actor may know.
public protocol CaseLists: Sendable {
    /// The open cases of a control centre: those that owe something first, by harm, then by the nearest clock.
    func queue(of municipality: String, from start: Int, most: Int) async throws(JournalFault) -> [QueueRow]
    /// How many open cases the control centre has, and how many of them are late now.
    func queueCount(of municipality: String, at now: Instant) async throws(JournalFault) -> QueueCount
    /// The referrals that were sent to a unit and are open, or ended within the last thirty days.
    func inbox(of unit: UnitID, most: Int) async throws(JournalFault) -> [InboxRow]
    /// What a unit owes, the nearest clock first.
    func obligations(of unit: UnitID, most: Int) async throws(JournalFault) -> [ObligationRow]
    /// What everybody owes, the worst first: the coordinator's board.
    func board(_ question: BoardQuestion) async throws(JournalFault) -> [ObligationRow]
    /// Open and late obligations by institution, and how long each took to acknowledge.
    func boardByInstitution(at now: Instant) async throws(JournalFault) -> [InstitutionRow]
    /// The obligations of which a rung is due, the longest overdue first.
    func rungsDue(at now: Instant, most: Int) async throws(JournalFault) -> [ObligationRow]
    /// Places seen without a person, with how much they still weigh; for police planning only.
    func places(of municipality: String, at now: Instant) async throws(JournalFault) -> [PlaceRow]
    /// The reports of one street account, newest first: state only.
    func reports(by actor: ActorID, most: Int) async throws(JournalFault) -> [QueueRow]
}

/// One case as the queue shows it.
public struct QueueRow: Hashable, Sendable {
    public let id: CaseID
    public let reference: CaseReference
    public let version: Int
    public let municipality: String?
    public let district: String?
    public let level: String
    /// 0 is the worst: danger now.
    public let harm: Int
    public let owner: ActorID?
    public let people: Int
    public let isOpen: Bool
    public let opened: Instant
    /// Whether a report of it was sent under duress: nobody may call the phone.
    public let isUnderDuress: Bool
    /// The obligation that ends first: what must happen now.
    public let next: NextAct?

    public struct NextAct: Hashable, Sendable {
        public let kind: Obligation.Kind
        public let institution: String
        public let subject: String
        public let due: Instant?
        public let start: Instant
        public let isPaused: Bool
        public let climbed: Rung?

        public init(
            kind: Obligation.Kind, institution: String, subject: String, clock: Clock, climbed: Rung?
        ) {
            self.kind = kind
            self.institution = institution
            self.subject = subject
            due = clock.due
            start = clock.start
            isPaused = clock.isPaused
            self.climbed = climbed
        }

        public struct Clock: Hashable, Sendable {
            public let start: Instant
            public let due: Instant?
            public let isPaused: Bool

            public init(start: Instant, due: Instant?, isPaused: Bool) {
                self.start = start
                self.due = due
                self.isPaused = isPaused
            }
        }
    }

    /// Where it stands in the queue, the first being 0: by harm, and every case that owes nothing below those that do.
    ///
    /// Danger of which nobody has anything left to do must not keep others out of sight.
    public var rank: Int { next == nil ? harm + Self.harms : harm }

    /// How many harms there are.
    private static let harms = 5

    public init(_ id: CaseID, _ about: About, next: NextAct?) {
        self.id = id
        reference = about.reference
        version = about.version
        municipality = about.municipality
        district = about.district
        level = about.level
        harm = about.harm
        owner = about.owner
        people = about.people
        isOpen = about.isOpen
        opened = about.opened
        isUnderDuress = about.isUnderDuress
        self.next = next
    }

    /// What is known of the case itself.
    public struct About: Hashable, Sendable {
        public var reference: CaseReference
        public var version: Int
        public var municipality: String?
        public var district: String?
        public var level: String
        public var harm: Int
        public var owner: ActorID?
        public var people: Int
        public var isOpen: Bool
        public var opened: Instant
        public var isUnderDuress = false

        public init(reference: CaseReference, version: Int, level: String, harm: Int, opened: Instant) {
            self.reference = reference
            self.version = version
            self.level = level
            self.harm = harm
            self.opened = opened
            people = 0
            isOpen = true
        }
    }
}

public struct QueueCount: Hashable, Sendable {
    public let open: Int
    public let late: Int

    public init(open: Int, late: Int) {
        self.open = open
        self.late = late
    }
}

/// One referral as its receiver's inbox shows it.
public struct InboxRow: Hashable, Sendable {
    public let caseID: CaseID
    public let reference: CaseReference
    public let referral: ReferralID
    public let step: String
    public let state: ReferralState
    public let sentAt: Instant
    public let due: Instant?

    public init(case caseID: CaseID, _ reference: CaseReference, of referral: Referral, due: Instant?) {
        self.caseID = caseID
        self.reference = reference
        self.referral = referral.id
        step = referral.draft.step
        state = referral.state
        sentAt =
            referral.hops.last { $0.state == .sent }?.moment.registered ?? referral.hops[0].moment.registered
        self.due = due
    }

    public init(
        case caseID: CaseID, _ reference: CaseReference, referral: ReferralID, step: String,
        standing: (state: ReferralState, sentAt: Instant, due: Instant?)
    ) {
        self.caseID = caseID
        self.reference = reference
        self.referral = referral
        self.step = step
        state = standing.state
        sentAt = standing.sentAt
        due = standing.due
    }
}

/// One obligation and the case that it belongs to.
public struct ObligationRow: Hashable, Sendable {
    public let caseID: CaseID
    public let reference: CaseReference
    public let version: Int
    public let municipality: String?
    public let harm: Int
    public let obligation: Obligation
    /// Whether a child is among the people of the case, the presumed ones counted.
    public var hasChild = false
    /// Whether the body that owes it is implicated: nobody there may be told, nor asked.
    public var isWithheld = false

    public init(
        case caseID: CaseID, _ reference: CaseReference, version: Int, municipality: String?, harm: Int,
        obligation: Obligation
    ) {
        self.caseID = caseID
        self.reference = reference
        self.version = version
        self.municipality = municipality
        self.harm = harm
        self.obligation = obligation
    }
}

/// What the board is asked for.
public struct BoardQuestion: Hashable, Sendable {
    /// The moment at which something is late.
    public let instant: Instant
    /// Only this institution; nil for all.
    public let institution: String?
    public let onlyLate: Bool
    public let most: Int
    /// Only this harm, from 0 for danger now; nil for all.
    public var harm: Int?
    /// Only cases with a child among their people.
    public var onlyChildren = false
    /// Only emergency accesses that wait for a review.
    public var onlyGlass = false
    /// How many rows to leave out at the top: those of the pages before.
    public var from = 0

    public init(now: Instant, institution: String? = nil, onlyLate: Bool = true, most: Int = 100) {
        instant = now
        self.institution = institution
        self.onlyLate = onlyLate
        self.most = most
    }
}

public struct InstitutionRow: Hashable, Sendable {
    public let institution: String
    public let open: Int
    public let late: Int
    /// How many end within the next 24 hours.
    public let soon: Int
    /// How many of the late ones are of cases with a child.
    public var lateOfChildren = 0
    /// The middle time until it acknowledged, in milliseconds; nil where too few did to say one.
    public var acknowledgement: Int64?

    public init(institution: String, open: Int, late: Int, soon: Int) {
        self.institution = institution
        self.open = open
        self.late = late
        self.soon = soon
    }
}

/// A place that was seen without a person: a district and signs, with a weight that halves every thirty days.
public struct PlaceRow: Hashable, Sendable {
    public let district: String
    public let sightings: Int
    /// The sum over sightings of 1,000 halved for every thirty days of age.
    public let weight: Int
    public let last: Instant

    public init(district: String, sightings: Int, weight: Int, last: Instant) {
        self.district = district
        self.sightings = sightings
        self.weight = weight
        self.last = last
    }
}
