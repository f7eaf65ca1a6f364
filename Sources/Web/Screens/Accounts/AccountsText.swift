import Catalog
import ReferralDomain

/// The words of the administration of accounts.
enum AccountsText: String, TextKey {
    case title = "accounts.title"
    case lead = "accounts.lead"
    case active = "accounts.active"
    case ended = "accounts.ended"
    case sessions = "accounts.sessions"
    case change = "accounts.change"
    case end = "accounts.end"
    case endHint = "accounts.end-hint"
    case endSessions = "accounts.end-sessions"
    case again = "accounts.again"
    case invite = "accounts.invite"
    case recoveryTitle = "accounts.recovery-title"
    case recoveryLead = "accounts.recovery-lead"
    case recovery = "accounts.recovery"
    case madeTitle = "accounts.made-title"
    case madeLead = "accounts.made-lead"
    case madeLink = "accounts.made-link"
    case madeSpoken = "accounts.made-spoken"
    case keyTitle = "accounts.key-title"
    case keyLead = "accounts.key-lead"
    case done = "accounts.done"
    case notAllowed = "accounts.not-allowed"
    case roleSereno = "accounts.role-sereno"
    case roleOperator = "accounts.role-operator"
    case roleCaseManager = "accounts.role-case-manager"
    case roleOfficer = "accounts.role-officer"
    case roleCoordinator = "accounts.role-coordinator"
    case roleAnalyst = "accounts.role-analyst"
    case roleAdministrator = "accounts.role-administrator"
    case roleAuditor = "accounts.role-auditor"
    case rolePrivacyOfficer = "accounts.role-privacy-officer"

    /// What people call a role.
    static func role(_ role: Role) -> AccountsText {
        switch role {
        case .sereno: .roleSereno
        case .operator: .roleOperator
        case .caseManager: .roleCaseManager
        case .officer: .roleOfficer
        case .coordinator: .roleCoordinator
        case .analyst: .roleAnalyst
        case .administrator: .roleAdministrator
        case .auditor: .roleAuditor
        case .privacyOfficer: .rolePrivacyOfficer
        }
    }
}
