/// An event in its place in the journal.
public struct RecordedEvent: Hashable, Sendable {
    /// The place among all events, from 1 on without a gap.
    public let position: Int64
    public let caseID: ReportID
    /// The place among the events of its case, from 1 on without a gap.
    public let version: Int
    public let event: CaseEvent
    public let stamp: Stamp

    public init(position: Int64, caseID: ReportID, version: Int, event: CaseEvent, stamp: Stamp) {
        self.position = position
        self.caseID = caseID
        self.version = version
        self.event = event
        self.stamp = stamp
    }
}
