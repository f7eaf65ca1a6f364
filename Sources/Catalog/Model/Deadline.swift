public import ReferralDomain

/// A rule of time: what the law says, and what we aim at. D-01 to D-31.
public struct Deadline: CatalogItem {
    public let id: Identifier<Deadline>
    public let place: Place
    public let duty: String
    public let who: String
    public let to: String
    /// The legal term in words.
    public let legal: String
    public let terms: [Term]
    public let basis: [Identifier<Source>]
    /// Our internal goal as an ISO 8601 duration; never shown as law.
    public let target: String?
    public let targetNote: String?
    public let status: Source.Status
    /// The first day on which `legal` and `terms` are in force; nil: since ever.
    public let since: PlainDate?
    /// What the law said before, the newest first; a case keeps the law of the day of its facts.
    public let earlier: [Version]

    /// Our internal goal in milliseconds; nil where there is none.
    public var targetMilliseconds: Int64? { target.flatMap(ISODuration.milliseconds) }

    /// What an earlier law said.
    public struct Version: Sendable {
        /// The first day in force; nil: since ever.
        public let from: PlainDate?
        public let legal: String
        public let terms: [Term]
    }

    public struct Term: Equatable, Sendable {
        public let amount: Int
        public let unit: Unit
        public let when: String
        /// Whether the ladder counts this term; nil where the file does not say.
        public let counts: Bool?

        public enum Unit: String, CaseIterable, Sendable {
            case hours, days
            case workingDays = "working-days"
        }
    }
}

extension [Deadline.Term] {
    /// The term that clocks count: the one that says so, else the first one that does not decline.
    public var counted: Deadline.Term? { first { $0.counts == true } ?? first { $0.counts == nil } }
}
