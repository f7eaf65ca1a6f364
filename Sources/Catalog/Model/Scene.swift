public import ReferralDomain

/// One invented scene to practise on: what is seen, and the truth behind it.
///
/// Nothing in it says whom to call: the route of the true facts does, so a changed rule changes what is right here.
public struct Scene: CatalogItem {
    public let id: Identifier<Scene>
    public let place: Place
    public let kind: Kind
    public let title: String
    public let district: Identifier<District>
    public let at: Instant
    /// What the guard sees, in three to six short steps.
    public let seen: [String]
    /// Whether it is a presumed case; otherwise it only looks like one.
    public let isPresumed: Bool
    public let people: People
    /// What is true of it, as far as it can be seen.
    public let facts: [Answer]
    /// The signs that are really there.
    public let signs: [Identifier<Indicator>]
    /// Signs that look as if they were there.
    public let decoys: [Decoy]
    public let control: Control
    public let questions: [Question]

    /// Where such scenes are met.
    public enum Kind: String, CaseIterable, Sendable {
        case street, terminal, hostel, workshop, begging, online, missing, official
        case falseAlarm = "false-alarm"
    }

    /// How many people are seen; the words are those of a report.
    public enum People: String, CaseIterable, Sendable {
        case one, two, unknown
        case threeOrMore = "three-or-more"
    }

    public struct Answer: Equatable, Sendable {
        public let fact: Identifier<Fact>
        public let value: String
    }

    /// A sign that is not there, and why it is none.
    public struct Decoy: Equatable, Sendable {
        public let sign: Identifier<Indicator>
        public let because: String
    }

    /// What its author expects of the route: a second opinion for the proof, never what is scored.
    public struct Control: Equatable, Sendable {
        public let level: Identifier<Level>
        public let first: [Identifier<Step>]
        public let also: [Identifier<Step>]
    }

    /// One question of conduct.
    public struct Question: Equatable, Sendable {
        public let ask: String
        public let options: [Option]
    }

    /// One thing to do; the line of the card of conduct says why it is right or wrong.
    public struct Option: Equatable, Sendable {
        public let say: String
        public let isRight: Bool
        public let conduct: Identifier<ConductLine>
    }
}
