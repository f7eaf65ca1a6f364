public import ReferralDomain

/// The journal of cases: what it has acknowledged is never lost.
public protocol CaseJournal: Sendable {
    /// All that happened to a case, the first event first; empty where nobody has reported it.
    func history(of id: CaseID) async throws(JournalFault) -> [RecordedEvent]

    /// The case of a reference; nil where there is none.
    func caseID(of reference: CaseReference) async throws(JournalFault) -> CaseID?

    /// Appends events to one case, all or none, and returns its new version once they are on the disk.
    ///
    /// What is read from the case (queue, obligations, referrals) changes in the same transaction.
    ///
    /// - Throws: `.overtaken` where the case has another version than `expected`.
    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int
}

/// An event that is not recorded yet.
public struct NewEvent: Hashable, Sendable {
    public let event: CaseEvent
    /// When it happened, as declared; nil for now.
    public let declaredAt: Instant?

    public init(_ event: CaseEvent, declaredAt: Instant? = nil) {
        self.event = event
        self.declaredAt = declaredAt
    }
}

/// Why events were not appended.
public enum AppendFailure: Error, Hashable, Sendable {
    case overtaken(stands: Int)
    case fault(JournalFault)
}
