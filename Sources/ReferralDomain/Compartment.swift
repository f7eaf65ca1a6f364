/// A part of a case that is sealed with a key of its own.
public enum Compartment: String, CaseIterable, Sendable {
    /// Who the person is: names, documents, contact.
    case identity
    /// What happened: narrative, places, persons named.
    case matter
    /// Health and plan.
    case care
}
