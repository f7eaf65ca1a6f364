public import CaseRegister
public import ReferralDomain

/// How one drill, or one try at the first course, went. It names a code and never a person.
public struct DrillResult: Equatable, Sendable {
    /// Drawn when the drill begins: sent twice, it is one drill.
    public let id: RecordID<DrillResult>
    public let kind: Kind
    /// The scene; the word of the course where it is one.
    public let subject: String
    public let shift: ShiftCode
    /// The edition of the catalogue whose rules scored it.
    public let edition: String
    /// When it began, as the page said; nil where it said nothing believable.
    public let claimedStart: Instant?
    public let endedAt: Instant
    /// What was done, in its order: numbers and pages.
    public let trail: [String]
    public let signs: Signs
    /// Which answer was taken to each question, from 0 on; -1 where none was.
    public let choices: [Int]
    /// Of a hundred.
    public let score: Int
    public let isPassed: Bool

    public enum Kind: String, CaseIterable, Sendable { case scene, course }

    /// What was marked, among what could be marked.
    public struct Signs: Equatable, Sendable {
        /// Everything that could be marked.
        public let offered: [String]
        /// What was really there.
        public let present: [String]
        public let marked: [String]

        public init(offered: [String], present: [String], marked: [String]) {
            self.offered = offered
            self.present = present
            self.marked = marked
        }
    }

    public init(
        id: RecordID<DrillResult>, kind: Kind, subject: String, shift: ShiftCode, edition: String,
        claimedStart: Instant?, endedAt: Instant, trail: [String], signs: Signs, choices: [Int], score: Int,
        isPassed: Bool
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.shift = shift
        self.edition = edition
        self.claimedStart = claimedStart
        self.endedAt = endedAt
        self.trail = trail
        self.signs = signs
        self.choices = choices
        self.score = score
        self.isPassed = isPassed
    }
}
