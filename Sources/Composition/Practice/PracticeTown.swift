public import CaseRegister
public import ReferralDomain

/// A town that does not exist: invented cases for practice and for measuring, the same for one seed everywhere.
///
/// Nobody in it ever lived: it holds ids, codes and hours, and where a text would be sealed, random bytes. The
/// shares follow what Peru publishes of its own cases: four of five persons are women or girls, two of five
/// children; sexual exploitation before forced labour before begging; more at night and at the end of a week.
public struct PracticeTown: Sendable {
    private let seed: UInt64
    private let catalog: StreetReport.Source
    private let duties: [String]
    private var references = PracticeReferences()
    /// Added to the seed of every case of an earlier time, so that none of them is a later one again.
    private static let earlier: UInt64 = 1 << 40

    /// - Parameters:
    ///   - catalog: the edition that the invented reports name.
    ///   - duties: the duties of the manual, each of them done in a case that is closed.
    public init(seed: UInt64, catalog: StreetReport.Source, duties: [String]) {
        self.seed = seed
        self.catalog = catalog
        self.duties = duties
    }

    /// So many cases of an earlier time, all of them brought to their end: what figures are made of.
    public mutating func earlierCases(
        _ numbers: Range<Int>, of count: Int, from start: Instant, to end: Instant
    ) throws(PracticeFault) -> [[RecordedEvent]] {
        let span = end.millisecondsSinceEpoch - start.millisecondsSinceEpoch
        var histories: [[RecordedEvent]] = []
        for number in numbers {
            let mixed = seed &* 1_000_003 &+ UInt64(truncatingIfNeeded: number) &+ Self.earlier
            let day = start.adding(milliseconds: span / Int64(max(count, 1)) * Int64(number))
            var story = try PracticeStory(
                opened: day, now: end, source: catalog, with: PracticeDice(seed: mixed),
                references: &references)
            try story.bringToItsEnd(duties: duties, isEarlier: true)
            histories.append(story.history)
        }
        return histories
    }

    /// The histories of so many cases, in the order in which they were opened; positions are not given yet.
    ///
    /// No reference is given twice, so the parts of a town are asked for in their order.
    ///
    /// - Parameter lastOpen: how many of the newest cases are still open.
    public mutating func cases(
        _ numbers: Range<Int>, of count: Int, from start: Instant, to end: Instant, lastOpen: Int
    ) throws(PracticeFault) -> [[RecordedEvent]] {
        let span = end.millisecondsSinceEpoch - start.millisecondsSinceEpoch
        var histories: [[RecordedEvent]] = []
        for number in numbers {
            var dice = PracticeDice(seed: seed &* 1_000_003 &+ UInt64(truncatingIfNeeded: number))
            let day = start.adding(milliseconds: span / Int64(max(count, 1)) * Int64(number))
            let opened = PracticeHours.move(day, with: &dice)
            var story = try PracticeStory(
                opened: opened < end ? opened : day, now: end, source: catalog, with: dice,
                references: &references)
            if number >= count - lastOpen {
                try story.goOn(duties: duties)
            } else {
                try story.bringToItsEnd(duties: duties)
            }
            histories.append(story.history)
        }
        return histories
    }
}

/// An invented case that the register would refuse: a fault of the generator.
public struct PracticeFault: Error, Equatable {
    public init() {}
}
