public import ReferralDomain

/// Something that happened to the case as a whole.
public enum FileEvent: Hashable, Sendable {
    /// A control centre took the case: it owns it from now on.
    case claimed(by: UnitID, municipality: String?)
    /// The owner within the unit changed, at a shift change or by hand.
    case handedOver(from: ActorID, to: ActorID)
    /// A fact was settled after the report, by somebody who may.
    case factSettled(fact: String, value: String)
    /// The same sighting as another case, which goes on alone.
    case merged(into: CaseID)
    /// A person of the case; the facts of the report hold until said otherwise.
    case personAdded(PersonID, age: PersonAge)
    /// A clock of the ladder reached a rung: once a rung, whatever restarts.
    case ladderClimbed(obligation: String, Rung)
    /// A clock stands still until a day, with a coded reason.
    case obligationPaused(obligation: String, reason: String, until: Instant)
    case obligationResumed(obligation: String)
    /// The institution spoke: its clock of keeping us informed begins again.
    case wordReceived(obligation: String)
    /// Somebody outside the recipients opened the case in an emergency.
    case glassBroken(by: ActorID, unit: UnitID, approvedBy: ActorID, reason: String, until: Instant)
    case glassReviewed(by: ActorID, verdict: String)
    case closingAsked(reason: String, by: ActorID)
    case closed(reason: String, by: ActorID)
    case reopened(reason: String)
}

/// What is known of an age. Doubted and unknown count as a child.
public enum PersonAge: String, CaseIterable, Sendable {
    case minor, doubted, adult, unknown

    /// Presumption of minority (Reglamento of Ley 28950, art. 4.2.e).
    public var countsAsChild: Bool { self != .adult }
}

/// A rung of the ladder that an unanswered duty climbs.
public enum Rung: Int, CaseIterable, Comparable, Sendable {
    case reminder = 1
    case supervisor = 2
    case superior = 3
    case secretariat = 4
    /// The non-response file for the Defensoría del Pueblo.
    case dossier = 5

    public static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
}
