/// How much may be told of any one case in a year, and what was told already.
public struct PrivacyBudget: Hashable, Sendable {
    /// An ε in thousandths: whole numbers, so that the account is exact.
    public struct Thousandths: Hashable, Comparable, Sendable {
        public let count: Int

        public init(_ count: Int) { self.count = count }

        public static func < (left: Thousandths, right: Thousandths) -> Bool { left.count < right.count }

        /// With a point, such as `0.5`.
        public var text: String {
            let part = String(count % 1_000 + 1_000).dropFirst()
            let digits = part.reversed().drop { $0 == "0" }.reversed()
            return digits.isEmpty ? "\(count / 1_000)" : "\(count / 1_000).\(String(digits))"
        }
    }

    /// What all packs about one year may spend together.
    public static let year = Thousandths(2_000)
    /// What one table of a pack spends.
    public static let table = Thousandths(250)

    /// What was spent, by what was already drawn for the year.
    public let spent: Thousandths

    public init(spent: Thousandths) { self.spent = spent }

    public var left: Thousandths { Thousandths(max(0, Self.year.count - spent.count)) }

    /// Whether so much is left.
    public func permits(_ cost: Thousandths) -> Bool { cost <= left }
}
