/// How the journal is doing.
public struct JournalHealth: Hashable, Sendable {
    /// The position of the last event, zero for an empty journal; nil where it cannot be read.
    public let lastPosition: Int64?
    /// The fault because of which nothing is acknowledged any more; nil while all is well.
    public let fault: JournalFault?

    public init(lastPosition: Int64?, fault: JournalFault?) {
        self.lastPosition = lastPosition
        self.fault = fault
    }

    /// Whether a report that is sent now can be acknowledged.
    public var isAcknowledging: Bool { fault == nil }
}
