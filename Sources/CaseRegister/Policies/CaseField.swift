/// A part of a case that is shown or not shown as a whole.
public enum CaseField: String, CaseIterable, Sendable {
    case reference
    /// When it was first reported.
    case opened
    /// The four safe words for the reporter.
    case safeState = "safe-state"
    case level, district, facts, signs, people, ages, owner
    /// The referrals that were sent to the unit of whoever looks.
    case ownReferrals = "own-referrals"
    /// All referrals: of whom, in which state.
    case referrals
    /// Who acknowledged, as a sealed name.
    case proofs
    case identity, matter, care
    case custody, consents, reflection
    case safeContact = "safe-contact"
    case rights, retellings, goals, duties, releases
    /// What the unit of whoever looks owes.
    case ownObligations = "own-obligations"
    /// What everybody owes.
    case obligations
    case closing
    /// The emergency accesses.
    case glass
    /// Every event with who did it.
    case thread
}
