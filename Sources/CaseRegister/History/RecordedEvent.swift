public import ReferralDomain

/// An event in its place in the journal.
public struct RecordedEvent: Hashable, Sendable {
    /// The place among all events, from 1 on without a gap.
    public let position: Int64
    public let caseID: ReportID
    /// The place among the events of its case, from 1 on without a gap.
    public let version: Int
    public let event: CaseEvent
    public let stamp: Stamp
    /// When it happened, as declared; nil where nothing else than the registered time was.
    public let declaredAt: Instant?

    public init(position: Int64, caseID: ReportID, version: Int, event: NewEvent, stamp: Stamp) {
        self.position = position
        self.caseID = caseID
        self.version = version
        self.event = event.event
        declaredAt = event.declaredAt
        self.stamp = stamp
    }

    /// When it was registered and by whom, and when it happened.
    public var moment: Moment {
        Moment(registered: stamp.instant, declared: declaredAt, actor: stamp.actor)
    }
}
