/// The middle length of something that one body did, and the length within which nine of ten were done.
///
/// Both are printed to the nearest five minutes; of fewer than eleven nothing is said.
public struct TimeFigure: Hashable, Sendable {
    public let measure: Measure
    public let institution: String
    /// How many were measured, rounded; nil where they were too few.
    public let count: Int?
    /// In minutes; nil where too few were measured.
    public let median: Int?
    public let ninetieth: Int?

    public enum Measure: String, CaseIterable, Sendable {
        /// From the sighting until the body was told.
        case tell
        /// From being told until somebody there acknowledged it.
        case acknowledge
        /// From being told until it answered for the person.
        case arrive
    }

    init(_ measure: Measure, _ institution: String, _ waits: [Int64]) {
        let isEnough = waits.count >= Rounding.least
        let sorted = waits.sorted()
        self.init(
            measure, institution, count: isEnough ? Rounding.printed(waits.count) : nil,
            median: isEnough ? Self.minutes(sorted, 50) : nil,
            ninetieth: isEnough ? Self.minutes(sorted, 90) : nil)
    }

    init(_ measure: Measure, _ institution: String, count: Int?, median: Int?, ninetieth: Int?) {
        self.measure = measure
        self.institution = institution
        self.count = count
        self.median = median
        self.ninetieth = ninetieth
    }

    /// The length that so many of a hundred do not exceed (nearest rank).
    private static func minutes(_ sorted: [Int64], _ percent: Int) -> Int {
        let rank = max(1, (sorted.count * percent + 99) / 100)
        return Rounding.printed(Int((sorted[rank - 1] + 30_000) / 60_000))
    }
}
