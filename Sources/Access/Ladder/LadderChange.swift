public import CaseRegister

/// One change of our own times for one kind of debt: proposed by one person, in force once a second one approves it.
///
/// It holds our goals and rungs alone. A term of law stands in the catalogue, and nothing here can name one.
public struct LadderChange: Hashable, Sendable {
    public let id: RecordID<LadderChange>
    public let kind: Obligation.Kind
    /// From 1 on, for each kind.
    public let version: Int
    /// The times; nil goes back to those of the catalogue.
    public let times: Times?
    public let reason: Reason
    public let made: Stamp
    /// The second person; nil while only one has said so.
    public internal(set) var approved: Stamp?

    /// Our goal and when each rung comes.
    public struct Times: Hashable, Sendable {
        /// In milliseconds; nil where a rule of time gives the term, which is none of ours.
        public let goal: Int64?
        /// In milliseconds after the end of the term, the first rung first.
        public let rungs: [Int64]

        /// - Returns: nil where a time is out of bounds or a rung comes before the one below it.
        public init?(goal: Int64?, rungs: [Int64]) {
            guard rungs.count == Rung.allCases.count, rungs == rungs.sorted(),
                rungs.allSatisfy({ (0...Self.longest).contains($0) }),
                goal.map({ (Self.shortestGoal...Self.longest).contains($0) }) ?? true
            else { return nil }
            self.goal = goal
            self.rungs = rungs
        }

        /// Nobody may be silenced for good: a year at most, and a goal of a second at least.
        static let longest: Int64 = 366 * 86_400_000
        static let shortestGoal: Int64 = 1_000
    }

    /// Why the times were changed: coded, so that no name can stand in it.
    public enum Reason: String, CaseIterable, Sendable {
        /// The Commission decided it.
        case decision
        /// What was measured shows that the old times do not fit.
        case measured
        /// The earlier change was wrong.
        case correction
    }

    public init(
        _ id: RecordID<LadderChange>, of kind: Obligation.Kind, version: Int, to times: Times?,
        because reason: Reason, made: Stamp
    ) {
        self.id = id
        self.kind = kind
        self.version = version
        self.times = times
        self.reason = reason
        self.made = made
    }

    /// The same change with its second person.
    public func approved(_ stamp: Stamp) -> LadderChange {
        var change = self
        change.approved = stamp
        return change
    }
}

extension Collection<LadderChange> {
    /// What is in force: of each kind the newest change that two people have said.
    public var inForce: [Obligation.Kind: LadderChange] {
        var found: [Obligation.Kind: LadderChange] = [:]
        for change in self where change.approved != nil {
            if change.version > found[change.kind]?.version ?? 0 { found[change.kind] = change }
        }
        return found
    }
}
