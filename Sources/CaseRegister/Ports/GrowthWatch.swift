/// Whether the journal grew, whoever wrote: this program, its ladder, the command line, another node.
public protocol GrowthWatch: Sendable {
    /// Beats after everything that this program wrote, and where the database says that another one did.
    var pulse: JournalPulse { get }

    /// What came after a position; nil asks only where the journal ends.
    func growth(after position: Int64?) async throws(JournalFault) -> JournalGrowth
}

/// What the journal has grown by since it was last looked at: never what was written.
public struct JournalGrowth: Hashable, Sendable {
    /// The position of the last event, zero for an empty journal.
    public let end: Int64
    /// The queues in which the cases that changed stand now; nil where it may be any of them.
    ///
    /// A queue that a case has left is not among them: whoever wants to know compares its count.
    public let queues: Set<String>?

    public init(end: Int64, queues: Set<String>?) {
        self.end = end
        self.queues = queues
    }

    /// How many events are looked at one by one; after more than these it may be any queue.
    public static let mostEvents: Int64 = 1_000
}
