import Access

/// The page of accepting an invitation: first its two halves, then the passphrase and the code.
struct InvitationModel: Sendable {
    var link = ""
    var spoken = ""
    /// What the invitation is for, once both halves are right.
    var opened: OpenedInvitation?
    var problem: AccountRefusal?
}
