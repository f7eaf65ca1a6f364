/// How many different persons two institutions know together; nobody's list is in it.
///
/// Rounded to five. A part of fewer than eleven is not told, and then neither is what would give it away.
public struct JointCount: Hashable, Sendable {
    /// All of them; nil where that would tell of fewer than eleven.
    public let together: Int?
    /// Those that both know; nil where they, or what is left of either list, are fewer than eleven.
    public let both: Int?

    /// - Throws: `.wrongRound` where one was not blinded by both, `.otherSession` where they belong to two counts.
    public init(_ one: CountList, _ other: CountList) throws(CountList.Fault) {
        guard one.rounds == 2, other.rounds == 2 else { throw .wrongRound }
        guard one.session == other.session else { throw .otherSession }
        let both = Set(one.points).intersection(other.points).count
        let parts = [both, one.points.count - both, other.points.count - both]
        // Each knows the length of both lists: from the sum the part in common follows, so all three must be large.
        let isSafe = parts.allSatisfy { $0 >= CountList.least }
        self.both = isSafe ? Self.rounded(both) : nil
        together = isSafe ? Self.rounded(one.points.count + other.points.count - both) : nil
    }

    private static func rounded(_ count: Int) -> Int { (count + 2) / 5 * 5 }
}
