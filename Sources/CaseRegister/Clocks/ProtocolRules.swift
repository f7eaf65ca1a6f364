public import ReferralDomain

/// What the register needs of the catalogue: rules of time, the nine duties, the ladder, the coded lists.
///
/// The composition makes it from the catalogue in force. An institution, a step or a reason is always an id.
public struct ProtocolRules: Sendable {
    /// The hash of the catalogue that these rules come from.
    public let catalogHash: String
    public let timeRules: [String: TimeRule]
    public let duties: [DutyRule]
    public let ladder: Ladder
    public let calendar: OfficeCalendar
    /// The ids of each coded list, by the name of the list, such as `rejection-reasons`.
    public let codes: [String: Set<String>]
    /// The institutions that must not be told, by the value of the fact `official-implicated`.
    public let implicated: [String: Set<String>]
    /// The institution that a control centre is: `serenazgo`.
    public let centre: String
    /// The institution whose privacy officer reviews emergency accesses: `municipality`.
    public let dataKeeper: String
    /// The steps that the control centre itself owes: their rule of time binds it, and not whom it tells.
    public let toldSteps: Set<String>
    /// By step: the purpose that an adult must have agreed to before it is sent.
    public let consentSteps: [String: Purpose]

    public init(
        catalogHash: String, timeRules: [String: TimeRule], duties: [DutyRule], ladder: Ladder,
        calendar: OfficeCalendar, lists: Lists
    ) {
        self.catalogHash = catalogHash
        self.timeRules = timeRules
        self.duties = duties
        self.ladder = ladder
        self.calendar = calendar
        codes = lists.codes
        implicated = lists.implicated
        centre = lists.centre
        dataKeeper = lists.dataKeeper
        toldSteps = lists.toldSteps
        consentSteps = lists.consentSteps
    }

    /// The same rules with other times of our own.
    public func replacing(_ ladder: Ladder) -> ProtocolRules {
        ProtocolRules(
            catalogHash: catalogHash, timeRules: timeRules, duties: duties, ladder: ladder,
            calendar: calendar,
            lists: Lists(
                codes: codes, implicated: implicated, centre: centre, dataKeeper: dataKeeper,
                toldSteps: toldSteps, consentSteps: consentSteps))
    }

    /// The lists of ids.
    public struct Lists: Sendable {
        public let codes: [String: Set<String>]
        public let implicated: [String: Set<String>]
        public let centre: String
        public let dataKeeper: String
        public let toldSteps: Set<String>
        public let consentSteps: [String: Purpose]

        public init(
            codes: [String: Set<String>], implicated: [String: Set<String>], centre: String,
            dataKeeper: String, toldSteps: Set<String> = [], consentSteps: [String: Purpose] = [:]
        ) {
            self.codes = codes
            self.implicated = implicated
            self.centre = centre
            self.dataKeeper = dataKeeper
            self.toldSteps = toldSteps
            self.consentSteps = consentSteps
        }
    }

    /// A rule of time: what the law says on a day, and what we aim at.
    public struct TimeRule: Hashable, Sendable {
        public let id: String
        /// The versions of the law, the newest first.
        public let versions: [Version]
        /// Our own goal in milliseconds; nil where there is none.
        public let targetMilliseconds: Int64?

        public init(id: String, versions: [Version], targetMilliseconds: Int64?) {
            self.id = id
            self.versions = versions
            self.targetMilliseconds = targetMilliseconds
        }

        public struct Version: Hashable, Sendable {
            /// The first day in force; nil: since ever.
            public let from: PlainDate?
            /// The term that the ladder counts; nil where the law gives no number.
            public let term: Term?

            public init(from: PlainDate?, term: Term?) {
                self.from = from
                self.term = term
            }
        }

        public struct Term: Hashable, Sendable {
            public let amount: Int
            public let unit: Unit

            public enum Unit: String, CaseIterable, Sendable {
                case minutes, hours, days
                case workingDays = "working-days"
            }

            public init(_ amount: Int, _ unit: Unit) {
                self.amount = amount
                self.unit = unit
            }
        }
    }

    /// One of the nine duties of the manual.
    public struct DutyRule: Hashable, Sendable {
        public let id: String
        public let owners: [String]
        /// The months of follow-up, such as 1, 3, 6, 12; empty for a duty that is done once.
        public let months: [Int]
        /// Whether it is owed to a person of whom these facts are known.
        public let condition: Condition

        public enum Condition: String, Sendable {
            case always
            /// Only for a Peruvian abroad.
            case abroad
            /// Only for a foreign person.
            case foreign
        }

        public init(id: String, owners: [String], months: [Int], condition: Condition) {
            self.id = id
            self.owners = owners
            self.months = months
            self.condition = condition
        }
    }

    /// When each rung of the ladder is reached, and the goals of the loop itself, in milliseconds.
    public struct Ladder: Hashable, Sendable {
        /// By the kind of obligation: how long after the end of the term each rung comes, the first rung first.
        public let rungs: [Obligation.Kind: [Int64]]
        /// By the kind of obligation: our goal where no rule of time gives one.
        public let goals: [Obligation.Kind: Int64]
        /// How long an institution may be silent about something it has accepted (RTIR's KeepInLoop).
        public let keepInLoopMilliseconds: Int64
        /// What was changed of the catalogue's times, for the origin of the lists; empty where nothing was.
        public let edition: String

        public init(
            rungs: [Obligation.Kind: [Int64]], goals: [Obligation.Kind: Int64], keepInLoopMilliseconds: Int64,
            edition: String = ""
        ) {
            self.rungs = rungs
            self.goals = goals
            self.keepInLoopMilliseconds = keepInLoopMilliseconds
            self.edition = edition
        }
    }
}
