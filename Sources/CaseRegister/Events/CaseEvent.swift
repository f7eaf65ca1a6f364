public import ReferralDomain

/// Something that happened to a case and can never be unsaid.
public enum CaseEvent: Hashable, Sendable {
    /// A guard reported a sighting, and the case got its reference.
    case sightingReported(StreetReport, CaseReference)
    /// The same report came again with other content; the earlier one stays in the history.
    case sightingAmended(StreetReport)
    /// Something about the case as a whole.
    case file(FileEvent)
    case referral(ReferralID, ReferralEvent)
    case person(PersonID, PersonEvent)
}
