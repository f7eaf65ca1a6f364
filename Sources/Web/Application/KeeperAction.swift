import Access
import CaseRegister
import ReferralDomain

/// What those who keep the house write into the log; the leaf is on the disk before the answer leaves.
enum KeeperAction: String, CaseIterable, Sendable {
    case logViewed = "log-viewed"
    case logChecked = "log-checked"
    case journalExported = "journal-exported"
    case dossierExported = "dossier-exported"
    case incidentDrafted = "incident-drafted"
    case directoryCall = "directory-call"
    case directoryChange = "directory-change"
    case directoryConfirm = "directory-confirm"
    case ladderChange = "ladder-change"
    case ladderApprove = "ladder-approve"
    case figuresViewed = "figures-viewed"
    case figuresDownloaded = "figures-downloaded"
    case figuresProposed = "figures-proposed"
    case figuresApproved = "figures-approved"
    case figuresDiscarded = "figures-discarded"

    /// The entry of this act.
    func entry(
        on objects: [String] = [], because reason: String? = nil, by visitor: Visitor, at now: Instant
    ) -> AuditEntry {
        AuditEntry(rawValue, on: objects, because: reason, by: visitor.acting, at: now)
    }
}
