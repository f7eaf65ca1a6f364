public import ReferralDomain

/// Who may bring in whom, always into the own unit, whose key the inviter holds.
public enum InvitationRule {
    /// The roles that a role may invite; none for most.
    public static func roles(invitedBy role: Role) -> [Role] {
        switch role {
        case .administrator: [.operator, .sereno, .administrator]
        case .caseManager: [.caseManager]
        case .officer: [.officer]
        case .coordinator: [.coordinator, .analyst]
        case .auditor: [.auditor]
        case .privacyOfficer: [.privacyOfficer]
        case .sereno, .operator, .analyst: []
        }
    }
}
