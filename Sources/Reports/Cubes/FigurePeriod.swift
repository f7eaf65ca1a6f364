public import ReferralDomain

/// The time that a release is about: a quarter or a year of Lima, never shorter than a month and never overlapping.
public struct FigurePeriod: Hashable, Sendable {
    public let year: Int
    /// 1 to 4; nil for the whole year.
    public let quarter: Int?

    /// A quarter of a year, or all of it; nil outside the years in which there can be cases.
    public init?(year: Int, quarter: Int?) {
        guard (2_000...9_998).contains(year), quarter.map({ (1...4).contains($0) }) ?? true else {
            return nil
        }
        self.year = year
        self.quarter = quarter
    }

    /// Reads `2026-q3` or `2026`; nil for anything else.
    public init?(reading text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = parts.first.flatMap(Int.init), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(year: year, quarter: nil)
            return
        }
        guard parts[1].hasPrefix("q"), let quarter = Int(parts[1].dropFirst()) else { return nil }
        self.init(year: year, quarter: quarter)
    }

    /// The quarter in which a moment lies; nil in years without cases.
    public init?(of instant: Instant) {
        let day = LimaTime(instant).date
        self.init(year: day.year, quarter: (day.month - 1) / 3 + 1)
    }

    /// As it stands in addresses and in the log: a word.
    public var text: String { quarter.map { "\(year)-q\($0)" } ?? String(year) }

    /// The months that it has, from 1 to 12.
    public var months: ClosedRange<Int> { quarter.map { ($0 * 3 - 2)...($0 * 3) } ?? 1...12 }

    /// Its first moment in Lima.
    public var start: Instant { Self.start(year, months.lowerBound) }

    /// The first moment in Lima that is not in it.
    public var end: Instant {
        months.upperBound == 12 ? Self.start(year + 1, 1) : Self.start(year, months.upperBound + 1)
    }

    /// Whether a day lies in both, so that one could be taken from the other.
    public func overlaps(_ other: FigurePeriod) -> Bool {
        year == other.year && (quarter == nil || other.quarter == nil || quarter == other.quarter)
    }

    /// The quarter before; of a year the year before.
    public var before: FigurePeriod? {
        guard let quarter else { return FigurePeriod(year: year - 1, quarter: nil) }
        return quarter == 1
            ? FigurePeriod(year: year - 1, quarter: 4) : FigurePeriod(year: year, quarter: quarter - 1)
    }

    private static func start(_ year: Int, _ month: Int) -> Instant {
        guard let day = PlainDate(year: year, month: month, day: 1) else {
            return Instant(millisecondsSinceEpoch: 0)
        }
        return LimaTime(date: day, hour: 0, minute: 0).instant
    }
}
