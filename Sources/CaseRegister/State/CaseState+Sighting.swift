public import ReferralDomain

extension CaseState {
    /// A report that was made before the one that stands, and arrives after it, is kept and does not stand.
    mutating func stand(_ report: StreetReport) {
        guard let standing else { return standing = report }
        if report.isOlder(than: standing) {
            earlier.append(report)
        } else {
            earlier.append(standing)
            self.standing = report
        }
    }

    /// When the facts happened, as far as anybody said; nil before the first report.
    ///
    /// The phone's word counts where it can be believed: not ahead of the registration, and at most thirty days before
    /// it, which is longer than a phone keeps what it could not send. Else its clock is wrong.
    public var happened: Instant? {
        guard let opened else { return nil }
        guard let claimed = standing?.claimedAt, claimed <= opened.registered,
            claimed >= opened.registered.adding(milliseconds: -Self.longestWait)
        else { return opened.happened }
        return min(claimed, opened.happened)
    }

    private static let longestWait: Int64 = 30 * 86_400_000

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
