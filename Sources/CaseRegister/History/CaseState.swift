public import ReferralDomain

/// What is true of one case now: the fold of its events.
public struct CaseState: Equatable, Sendable {
    /// How many events have happened; zero for a case that nobody has reported.
    public private(set) var version = 0
    /// The name of the case on the telephone; nil before the first report.
    public private(set) var reference: CaseReference?
    /// The report that stands; nil before the first one.
    public private(set) var standing: StreetReport?
    /// The reports that do not stand, in the order in which they were set aside.
    public private(set) var earlier: [StreetReport] = []

    /// A case that nobody has reported yet.
    public init() {}

    /// The case after all these events.
    public init(after events: some Sequence<CaseEvent>) {
        for event in events { apply(event) }
    }

    /// Takes one event in.
    public mutating func apply(_ event: CaseEvent) {
        version += 1
        switch event {
        case .sightingReported(let report, let reference):
            self.reference = reference
            stand(report)
        case .sightingAmended(let report):
            stand(report)
        }
    }

    /// A report that was made before the one that stands, and arrives after it, is kept and does not stand.
    private mutating func stand(_ report: StreetReport) {
        guard let standing else { return standing = report }
        if report.isOlder(than: standing) {
            earlier.append(report)
        } else {
            earlier.append(standing)
            self.standing = report
        }
    }

    /// Decides on a report that has arrived: the events to record, none where it is recorded already.
    ///
    /// A phone may send the same report a thousand times. A copy of an earlier report that arrives late,
    /// known by the moment that it claims, must not undo a correction. Where a report claims no moment, a
    /// late copy and a return to the first answer look alike, and the last word stands.
    ///
    /// - Parameter reference: the name that the case gets if this is its first report.
    public func report(_ report: StreetReport, reference: CaseReference) -> [CaseEvent] {
        guard let standing else { return [.sightingReported(report, reference)] }
        if report == standing { return [] }
        if report.claimedAt != nil, earlier.contains(report) { return [] }
        return [.sightingAmended(report)]
    }
}
