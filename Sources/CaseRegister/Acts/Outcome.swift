/// What comes of an act: what to record, and whether the actor is told no.
///
/// Both may be there at once: a blocked message and a held request for a statement are refused, and that
/// they were tried stands in the journal. Neither means that it stands already.
public struct Outcome: Hashable, Sendable {
    public let events: [CaseEvent]
    /// Told to the actor once the events are safe; nil where the act was done.
    public let refusal: Refusal?

    public init(_ events: [CaseEvent], refusal: Refusal? = nil) {
        self.events = events
        self.refusal = refusal
    }

    /// It stands already.
    static let alreadySo = Outcome([])
}
