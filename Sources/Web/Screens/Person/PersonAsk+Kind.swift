import CaseRegister

extension PersonAsk {
    /// The name of the act in the table of who may do what.
    var kind: ActKind {
        switch self {
        case .seal: .seal
        case .shred: .shred
        case .settleAge: .settleAge
        case .takeCustody: .takeCustody
        case .endCustody: .endCustody
        case .giveConsent: .giveConsent
        case .refuseConsent: .refuseConsent
        case .withdrawConsent: .withdrawConsent
        case .confirmStop: .confirmStop
        case .overrideConsent: .overrideConsent
        case .startReflection: .startReflection
        case .requestStatement: .requestStatement
        case .endReflection: .endReflection
        case .setSafeContact: .setSafeContact
        case .message: .message
        case .tellRights: .tellRights
        case .countRetelling: .countRetelling
        case .setGoal: .setGoal
        case .meetGoal: .meetGoal
        case .doDuty: .doDuty
        case .monitor: .monitor
        case .askRelease: .askRelease
        case .release: .release
        }
    }
}
