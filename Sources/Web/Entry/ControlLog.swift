import Access
import CaseRegister
import ReferralDomain

/// Writes what the control centre does into the auditor's log; the leaf is on the disk before the act.
struct ControlLog: Sendable {
    let room: StaffRoom

    /// Writes one leaf about a case.
    ///
    /// - Parameter other: the account beside the visitor: who takes the case, who signed for the access.
    /// - Throws: what kept it from being written; what is not logged is not done.
    func note(
        _ action: ControlAction, on id: CaseID, with other: ActorID? = nil, because reason: String? = nil,
        by visitor: Visitor
    ) async throws(JournalFault) {
        try await note(action, on: id, about: other.map { [$0.text] } ?? [], because: reason, by: visitor)
    }

    /// Writes one leaf about a case and what belongs to it, in words.
    func note(
        _ action: ControlAction, on id: CaseID, about words: [String], because reason: String? = nil,
        by visitor: Visitor
    ) async throws(JournalFault) {
        let objects = [id.text] + words
        let entry = AuditEntry(
            action.rawValue, on: objects, because: reason, by: visitor.acting, at: room.clock())
        try await room.ports.keeping?.audit.commit(entry)
    }
}
