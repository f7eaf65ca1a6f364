/// How well one sign is seen over many drills.
public struct SignMeasure: Equatable, Sendable {
    public let sign: String
    /// It was there and was marked.
    public private(set) var hits = 0
    /// It was there and was not marked.
    public private(set) var misses = 0
    /// It was not there and was marked.
    public private(set) var falseAlarms = 0
    /// It was not there and was not marked.
    public private(set) var rejections = 0

    public init(sign: String) { self.sign = sign }

    /// Fewer tries than this say nothing.
    public static let least = 11

    /// The share of the times it was there in which it was marked; nil where it was there too seldom.
    public var sensitivity: Double? { Self.share(hits, of: hits + misses) }

    /// The share of the times it was not there in which it was marked; nil where there are too few.
    public var falseAlarmRate: Double? { Self.share(falseAlarms, of: falseAlarms + rejections) }

    /// Every sign that could be marked in any of the drills, in the order of their ids.
    public static func all(of results: [DrillResult]) -> [SignMeasure] {
        var measures: [String: SignMeasure] = [:]
        for result in results where result.kind == .scene {
            let (present, marked) = (Set(result.signs.present), Set(result.signs.marked))
            for sign in result.signs.offered {
                measures[sign, default: SignMeasure(sign: sign)]
                    .count(isThere: present.contains(sign), isMarked: marked.contains(sign))
            }
        }
        return measures.values.sorted { $0.sign < $1.sign }
    }

    private mutating func count(isThere: Bool, isMarked: Bool) {
        switch (isThere, isMarked) {
        case (true, true): hits += 1
        case (true, false): misses += 1
        case (false, true): falseAlarms += 1
        case (false, false): rejections += 1
        }
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole < least ? nil : Double(part) / Double(whole)
    }
}
