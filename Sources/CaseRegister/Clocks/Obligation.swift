public import ReferralDomain

/// Something that an institution owes now: who, what, until when. Computed from the case, never stored.
public struct Obligation: Hashable, Sendable {
    /// Stable for as long as it is owed: `claim`, `acknowledge.<referral>`, `duty-integrity.<person>`.
    public let id: String
    public let kind: Kind
    /// The institution of the catalogue that owes it, and its unit where it has accounts.
    public let institution: String
    public let unit: UnitID?
    public let person: PersonID?
    public let referral: ReferralID?
    /// The step or the duty of the catalogue.
    public let subject: String
    /// The rule of time, such as `D-05`; nil for "sin plazo legal".
    public let rule: String?
    public let start: Instant
    /// The legal term's end; nil where the law gives no number.
    public let legalDue: Instant?
    /// Our own goal's end; never shown as law.
    public let targetDue: Instant?
    public let pausedUntil: Instant?
    /// The last rung that was climbed.
    public let climbed: Rung?
    /// When the next rung is due; nil at the top and while paused.
    public let nextRung: Due?

    public struct Due: Hashable, Sendable {
        public let rung: Rung
        public let at: Instant

        public init(_ rung: Rung, at instant: Instant) {
            self.rung = rung
            at = instant
        }
    }

    public enum Kind: String, CaseIterable, Sendable {
        /// The control centre must take the case.
        case claim
        /// A receiver must name who has it; accept or reject it; do it.
        case acknowledge, accept, serve
        /// A pause must be looked at again.
        case review
        /// Nobody answers for a person.
        case custody
        /// One of the nine duties, and its follow-ups.
        case duty, monitor
        case rights
        /// A receiver must confirm a stop.
        case stop
        case goal
        /// An emergency access must be reviewed.
        case glass
        /// A control centre must find another receiver.
        case reroute
    }

    /// What the clock shows: the earlier of the two ends.
    public var due: Instant? { [legalDue, targetDue].compactMap(\.self).min() }

    public init(
        id: String, kind: Kind, owner: Owner, subject: String, clock: ClockReading, climbed: Rung?,
        nextRung: Due?
    ) {
        self.id = id
        self.kind = kind
        institution = owner.institution
        unit = owner.unit
        person = owner.person
        referral = owner.referral
        self.subject = subject
        rule = clock.rule
        start = clock.start
        legalDue = clock.legalDue
        targetDue = clock.targetDue
        pausedUntil = clock.pausedUntil
        self.climbed = climbed
        self.nextRung = nextRung
    }

    /// Who owes it and about whom.
    public struct Owner: Hashable, Sendable {
        public let institution: String
        public let unit: UnitID?
        public let person: PersonID?
        public let referral: ReferralID?

        public init(
            _ institution: String, unit: UnitID? = nil, person: PersonID? = nil, referral: ReferralID? = nil
        ) {
            self.institution = institution
            self.unit = unit
            self.person = person
            self.referral = referral
        }
    }

    /// What a clock reads: the rule, its start, and both ends after pauses.
    public struct ClockReading: Hashable, Sendable {
        public let rule: String?
        public let start: Instant
        public let legalDue: Instant?
        public let targetDue: Instant?
        public let pausedUntil: Instant?

        public init(
            rule: String?, start: Instant, legalDue: Instant?, targetDue: Instant?, pausedUntil: Instant?
        ) {
            self.rule = rule
            self.start = start
            self.legalDue = legalDue
            self.targetDue = targetDue
            self.pausedUntil = pausedUntil
        }
    }
}

extension Obligation.Kind {
    /// Whether its clock may stand still at all.
    public var canPause: Bool {
        switch self {
        case .claim, .custody, .glass, .reroute: false
        case .acknowledge, .accept, .serve, .review, .duty, .monitor, .rights, .stop, .goal: true
        }
    }

    /// Whether its clock may stand still for a reason: the time that a person takes to decide stops what depends on
    /// her, a goal of her plan, and no duty of the State.
    public func canPause(because reason: String) -> Bool {
        canPause && (self == .goal || reason != CaseState.Pause.reflection)
    }
}

extension CaseState.Pause {
    /// The reason of a person who takes her time.
    public static let reflection = "reflection"
}
