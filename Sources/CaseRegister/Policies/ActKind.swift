/// The name of an act, without what it says: a row of the table of who may do it.
public enum ActKind: String, CaseIterable, Sendable {
    // The case as a whole.
    case claim
    case handOver = "hand-over"
    case settleFact = "settle-fact"
    case merge
    case addPerson = "add-person"
    case pause
    case resume
    case takeWord = "take-word"
    case climb
    case breakGlass = "break-glass"
    case reviewGlass = "review-glass"
    case askClosing = "ask-closing"
    case close
    case reopen
    case refer
    case referral

    // The person.
    case seal
    case shred
    case settleAge = "settle-age"
    case takeCustody = "take-custody"
    case endCustody = "end-custody"
    case giveConsent = "give-consent"
    case refuseConsent = "refuse-consent"
    case withdrawConsent = "withdraw-consent"
    case confirmStop = "confirm-stop"
    case overrideConsent = "override-consent"
    case startReflection = "start-reflection"
    case requestStatement = "request-statement"
    case endReflection = "end-reflection"
    case setSafeContact = "set-safe-contact"
    case message
    case tellRights = "tell-rights"
    case countRetelling = "count-retelling"
    case setGoal = "set-goal"
    case meetGoal = "meet-goal"
    case doDuty = "do-duty"
    case monitor
    case askRelease = "ask-release"
    case release
}
