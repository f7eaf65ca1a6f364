/// The eight hard rules: what no change of the catalogue may ever break.
///
/// The raw value is the number by which people speak of it.
public enum HardRule: Int, CaseIterable, Sendable {
    /// A prosecutor is always reached by a required step with a contact that answers at any hour.
    case prosecutorIsAlwaysReached = 1
    /// While the age is not known to be adult, child protection is told and acts, and no adult shelter is required.
    case doubtfulAgeIsProtected
    /// No route tells a body that is implicated.
    case implicatedBodyIsNeverTold
    /// Nothing learned later turns danger or injury off without an answer that says so.
    case dangerStaysOn
    /// Every step has a source, an institution, a contact in every district, and a deadline or none by law.
    case everyStepIsWhole
    /// No answer yields "this is not a case".
    case somebodyIsAlwaysTold
    /// The order of answers never matters, and knowing more never moves a step from required to pending.
    case knowingMoreNeverHurts
    /// No shelter has an address anywhere.
    case noShelterHasAnAddress
}
