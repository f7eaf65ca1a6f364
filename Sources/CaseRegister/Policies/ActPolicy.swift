public import ReferralDomain

/// Who may do what: the one table of acts by relation and role, behind every decision.
///
/// It says who may try, and at which stage of a case. What the state of a referral allows is `VerbTable`; what a
/// person agreed to, the decision itself.
public enum ActPolicy {
    /// Whether somebody in this role, with this relation to the case, may try an act.
    public static func allows(_ kind: ActKind, to role: Role, _ relation: CaseRelation) -> Bool {
        roles(of: relation).contains(role) && acts(of: relation).contains(kind)
    }

    /// Whether a case at this stage has the act at all for somebody in this relation: the pages offer by it and
    /// the decision refuses by it, so that nothing is offered that is then refused.
    public static func allows(_ kind: ActKind, _ relation: CaseRelation, at stage: CaseStage) -> Bool {
        if anyStage.contains(kind) { return true }
        switch stage {
        // The owner takes the case first; the others act on what was sent to them, or on a clock.
        case .unclaimed: return relation != .owner || kind == .claim
        case .claimed: return true
        case .merged, .closed: return false
        }
    }

    /// What is done whatever became of a case.
    private static let anyStage: Set<ActKind> = [.breakGlass, .reviewGlass, .reopen]

    /// Who can stand in a relation; any other pair allows nothing.
    private static func roles(of relation: CaseRelation) -> Set<Role> {
        switch relation {
        case .owner: [.operator, .caseManager]
        case .receiver, .former: [.officer]
        case .coordinator: [.coordinator]
        case .reviewer: [.privacyOfficer]
        case .reporter: [.sereno]
        case .emergency, .none: [.operator, .caseManager, .officer]
        }
    }

    private static func acts(of relation: CaseRelation) -> Set<ActKind> {
        switch relation {
        case .owner: Set(ActKind.allCases).subtracting([.breakGlass, .reviewGlass])
        case .receiver: receiver
        case .former: [.confirmStop]
        // The ninth duty is the secretariat's own: that it looked, with the number of a report, and no content.
        case .coordinator: [.pause, .resume, .takeWord, .climb, .monitor]
        case .reviewer: [.reviewGlass]
        // The same access again is already so; nothing else is done from behind the glass.
        case .emergency, .none: [.breakGlass]
        case .reporter: []
        }
    }

    /// What belongs to the case as a whole, its owner decides; a receiver acts for the person and on what
    /// was sent to it.
    private static let receiver: Set<ActKind> = [
        .referral, .settleFact, .takeWord, .seal, .settleAge, .takeCustody, .endCustody, .giveConsent,
        .refuseConsent, .withdrawConsent, .confirmStop, .overrideConsent, .startReflection, .requestStatement,
        .endReflection, .setSafeContact, .message, .tellRights, .countRetelling, .setGoal, .meetGoal, .doDuty,
        .monitor, .askRelease, .release,
    ]
}
