public import ReferralDomain

/// What is true of one person of a case now. Sealed texts stay sealed here.
public struct PersonState: Equatable, Sendable {
    public let id: PersonID
    public let added: Moment
    public internal(set) var age: PersonAge
    /// The newest envelope of each field.
    public internal(set) var sealed: [SealedField] = []
    public internal(set) var isShredded = false
    public internal(set) var custody = CustodyLedger()
    public internal(set) var consents: [Consent] = []
    public internal(set) var reflection: Reflection?
    public internal(set) var safeContact: SafeContact?
    public internal(set) var rightsTold: [RightsTold] = []
    /// How often the person had to tell it again.
    public internal(set) var retold: [Retelling] = []
    public internal(set) var goals: [Goal] = []
    public internal(set) var dutiesDone: [DutyProof] = []
    public internal(set) var monitored: [Monitoring] = []
    public internal(set) var releases: [Release] = []
    public internal(set) var blockedMessages = 0

    public init(id: PersonID, age: PersonAge, at moment: Moment) {
        self.id = id
        self.age = age
        added = moment
    }

    public struct SealedField: Hashable, Sendable {
        public let field: String
        public let compartment: Compartment
        public let envelope: SealedBytes
        public let moment: Moment
    }

    public struct Consent: Hashable, Sendable {
        public let purpose: Purpose
        public let recipient: String
        public internal(set) var answer: Answer
        public internal(set) var moment: Moment
        /// After a withdrawal: who has confirmed the stop.
        public internal(set) var confirmedBy: Set<String> = []
        /// When the recipient confirmed it; nil while it has not.
        public internal(set) var confirmed: Moment?
        /// Since when the recipient owes the confirmation of a stop; nil where nothing was withdrawn.
        public internal(set) var stopSince: Instant?
        /// A danger to life for which a no was passed over; the no stands beside it.
        public internal(set) var emergency: Emergency?

        /// A no that was passed over since a life was in danger; it holds for a day.
        public struct Emergency: Hashable, Sendable {
            public let moment: Moment
            public let until: Instant
        }

        public enum Answer: Hashable, Sendable {
            case given, refused, withdrawn
            case overridden(OverrideCode)
        }
    }

    public struct Reflection: Hashable, Sendable {
        public let started: Moment
        public let until: Instant
        public internal(set) var endedEarly: Moment?
        public internal(set) var requests: [StatementRequest] = []

        public struct StatementRequest: Hashable, Sendable {
            public let institution: String
            public let isHeld: Bool
            public let moment: Moment
        }
    }

    public struct RightsTold: Hashable, Sendable {
        public let language: String
        public let institution: String
        public let understood: Bool
        public let moment: Moment
    }

    public struct Retelling: Hashable, Sendable {
        public let institution: String
        public let reason: String
        public let moment: Moment
    }

    public struct Goal: Hashable, Sendable {
        public let goal: String
        public let responsible: String
        public let due: PlainDate
        public internal(set) var met: Moment?
    }

    public struct DutyProof: Hashable, Sendable {
        public let duty: String
        public let evidence: Evidence
        public let moment: Moment
    }

    public struct Monitoring: Hashable, Sendable {
        public let month: Int
        public let evidence: Evidence
        public let moment: Moment
    }

    public struct Release: Hashable, Sendable {
        public let duty: String
        public let reason: String
        public let askedBy: ActorID
        /// The second person; nil while only one has said so.
        public internal(set) var grantedBy: ActorID?
        public internal(set) var moment: Moment
    }
}
