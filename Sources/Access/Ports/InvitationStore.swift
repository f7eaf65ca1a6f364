public import CaseRegister

/// Invitations that wait for their one use.
public protocol InvitationStore: Sendable {
    /// Keeps an invitation; an older one for the same account goes.
    func add(_ invitation: InvitationRecord) async throws(JournalFault)

    func invitation(_ lookup: String) async throws(JournalFault) -> InvitationRecord?

    /// Counts one more wrong try.
    func countTry(of lookup: String) async throws(JournalFault)

    /// Takes the invitation away and keeps its account, new or with new secrets; its sessions end.
    ///
    /// - Returns: false where the invitation is gone, since somebody used it first, or the account was ended.
    func accept(_ lookup: String, as record: AccountRecord) async throws(JournalFault) -> Bool
}
