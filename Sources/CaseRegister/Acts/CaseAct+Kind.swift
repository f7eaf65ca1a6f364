extension CaseAct {
    /// The name of the act.
    public var kind: ActKind {
        switch self {
        case .claim: .claim
        case .handOver: .handOver
        case .settleFact: .settleFact
        case .merge: .merge
        case .addPerson: .addPerson
        case .pause: .pause
        case .resume: .resume
        case .takeWord: .takeWord
        case .climb: .climb
        case .breakGlass: .breakGlass
        case .reviewGlass: .reviewGlass
        case .askClosing: .askClosing
        case .close: .close
        case .reopen: .reopen
        case .refer: .refer
        case .referral: .referral
        case .person(_, let verb): verb.kind
        }
    }
}

extension PersonVerb {
    /// The name of the verb as an act.
    public var kind: ActKind {
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
