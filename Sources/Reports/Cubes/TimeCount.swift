import ReferralDomain

/// How long things took, body by body, while cases are read.
struct TimeCount: Sendable {
    private var waits: [Key: [Int64]] = [:]

    /// Notes one length; what was declared to run backwards counts as nothing.
    mutating func note(
        _ measure: TimeFigure.Measure, _ institution: String, from start: Instant, to end: Instant
    ) {
        let length = max(0, end.millisecondsSinceEpoch - start.millisecondsSinceEpoch)
        waits[Key(measure: measure, institution: institution), default: []].append(length)
    }

    /// The middle of each, where enough were measured.
    var published: [TimeFigure] {
        waits.sorted {
            ($0.key.measure.rawValue, $0.key.institution) < ($1.key.measure.rawValue, $1.key.institution)
        }
        .map { key, waits in TimeFigure(key.measure, key.institution, waits) }
    }

    private struct Key: Hashable {
        let measure: TimeFigure.Measure
        let institution: String
    }
}
