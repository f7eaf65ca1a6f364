/// What a key of a program may ask for; each is given apart.
public enum APIScope: String, CaseIterable, Sendable {
    /// The referrals that the unit received, as FHIR.
    case referrals
    /// The same as rows of HTCDS.
    case htcds
    /// What the unit owes, as a calendar.
    case calendar
}
