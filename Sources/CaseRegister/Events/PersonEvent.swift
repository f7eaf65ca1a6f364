public import ReferralDomain

/// Something that happened to or about one person of a case.
public enum PersonEvent: Hashable, Sendable {
    /// A text was sealed into a compartment. The field is a word, such as `name` or `document`.
    case fieldSealed(field: String, Compartment, SealedBytes)
    /// The keys of the person were destroyed: what was sealed can never be read again.
    case shredded(reason: String)
    case ageSettled(PersonAge)

    case custodyTaken(Holder)
    /// Nobody answers for the person from here on, until somebody does.
    case custodyEnded(reason: String)

    case consentGiven(Purpose, to: String)
    case consentRefused(Purpose, to: String)
    /// Taken back; every receiver in the list gets a signed stop.
    case consentWithdrawn(Purpose, to: String)
    case stopConfirmed(Purpose, by: String)
    /// Acted without consent, with a coded reason that the law knows.
    case consentOverridden(Purpose, to: String, code: OverrideCode)

    case reflectionStarted(until: Instant)
    /// An institution asked for a statement during the reflection: held back, and logged.
    case statementRequested(by: String, isHeld: Bool)
    /// The person chose to speak before the end. Nobody may ask for it.
    case reflectionEnded
    case safeContactSet(SafeContact)
    /// The message that a rule of safe contact stopped: only that it was stopped.
    case messageBlocked(channel: String)

    case rightsTold(language: String, byInstitution: String, understood: Bool)
    /// The person had to tell it again.
    case retold(to: String, reason: String)
    case goalSet(goal: String, responsible: String, due: PlainDate)
    case goalMet(goal: String)

    case dutyDone(duty: String, Evidence)
    /// A follow-up of a month of the cadence (1, 3, 6, 12).
    case monitored(month: Int, Evidence)
    /// One of two persons says that a duty is not owed, with a legal reason.
    case releaseAsked(duty: String, reason: String, by: ActorID)
    case dutyReleased(duty: String, reason: String, by: ActorID)
}

/// What a person may agree to. Each purpose and each recipient is asked apart.
public enum Purpose: String, CaseIterable, Sendable {
    /// Pass the case on to an institution of care.
    case care
    /// Give the identity to it.
    case identity
    /// Tell the consulate of the person's country.
    case consulate
    case shelter
    case health
    case `return`
    /// Be called or written to.
    case contact
}

/// Why the law lets somebody act without the person's consent.
public enum OverrideCode: String, CaseIterable, Sendable {
    case vitalInterest = "vital-interest"
    case child
    case legalDuty = "legal-duty"
}
