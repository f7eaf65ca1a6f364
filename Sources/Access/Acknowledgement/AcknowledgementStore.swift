public import CaseRegister
public import ReferralDomain

/// Where links and codes wait until they are used or forgotten.
public protocol AcknowledgementStore: Sendable {
    /// Keeps a ticket; an unused one of the same kind and referral ends with it.
    func keep(_ ticket: AcknowledgementTicket) async throws(JournalFault)

    /// The ticket with this id; nil where there is none.
    func ticket(_ id: String) async throws(JournalFault) -> AcknowledgementTicket?

    /// All tickets of a referral, the newest first.
    func tickets(
        of referral: ReferralID, in caseID: CaseID
    ) async throws(JournalFault) -> [AcknowledgementTicket]

    /// Counts one more try, safe on the disk before it returns; false where there were as many already.
    func countTry(of id: String, most: Int) async throws(JournalFault) -> Bool

    /// Notes that a ticket has served; the first moment stands.
    func use(_ id: String, at now: Instant) async throws(JournalFault)

    /// Drops what ended before a moment, used or not.
    func forget(before now: Instant) async throws(JournalFault)
}
