/// The columns that Ruta adds, since the standard has no place for them; described in `docs/standards.md`.
public enum HTCDSExtension: String, CaseIterable, Sendable {
    /// The id of the case: 32 hexadecimal digits; of another house any word.
    case caseID = "x_case_id"
    /// The name of the case on the telephone.
    case caseCode = "x_case_code"
    case referralID = "x_referral_id"
    case personID = "x_person_id"
    /// UBIGEO.
    case district = "x_district"
    /// When it was seen, RFC 3339, to the minute; empty where nobody said.
    case seenAt = "x_seen_at"
    case reportedAt = "x_reported_at"
    /// `minor`, `doubted`, `adult` or `unknown`; doubted and unknown count as a child.
    case age = "x_age"
    /// `woman`, `man` or `diverse`, as seen.
    case gender = "x_gender"
    /// `one`, `two`, `three-or-more` or `unknown`.
    case people = "x_people"
    /// `fact=value`, the words of the catalogue.
    case facts = "x_facts"
    /// The signs that were seen, such as `A02`.
    case signs = "x_signs"
    case step = "x_step"
    case institution = "x_institution"
    /// One of the eleven states of a referral.
    case state = "x_state"
    case sentAt = "x_sent_at"
    case acknowledgedAt = "x_acknowledged_at"
    case acceptedAt = "x_accepted_at"
    case doneAt = "x_done_at"
    /// The coded reason of a rejection, a pause or a recall.
    case reason = "x_reason"
    /// The rule of time, such as `D-05`.
    case term = "x_term"
    /// `purpose:recipient=answer`.
    case consents = "x_consents"
    case reflectionUntil = "x_reflection_until"
    /// The institution that answers for the person now.
    case custody = "x_custody"
    /// The words of the police's alert form that the case says.
    case retaConducts = "x_reta_conducts"
    case retaMeans = "x_reta_means"
    case retaRelated = "x_reta_related"
}
