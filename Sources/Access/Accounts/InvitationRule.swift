public import ReferralDomain

/// Who may bring in whom, always into the own unit, whose key the inviter holds.
public enum InvitationRule {
    /// The roles that a role may invite in a unit of an institution; none for most.
    public static func roles(invitedBy role: Role, in institution: String) -> [Role] {
        switch role {
        case .administrator: administered(in: institution)
        case .caseManager: [.caseManager]
        case .officer: [.officer]
        case .coordinator: [.coordinator, .analyst]
        case .auditor: [.auditor]
        case .privacyOfficer: [.privacyOfficer]
        case .sereno, .operator, .analyst: []
        }
    }

    /// Whether a role may print a new paper key of its unit: whoever may bring in its own kind may do that too.
    public static func mayPrintKey(_ role: Role, in institution: String) -> Bool {
        roles(invitedBy: role, in: institution).contains(role)
    }

    /// All roles of the unit but those who watch over its administrator.
    private static func administered(in institution: String) -> [Role] {
        let guards: [Role] = institution == "serenazgo" ? [.operator, .sereno] : []
        let others = FoundingRule.roles(of: institution).filter { role in
            !guards.contains(role) && ![.auditor, .privacyOfficer, .administrator].contains(role)
        }
        return guards + others + [.administrator]
    }
}
