/// The papers of one case, as they stand in its addresses.
enum CasePaper: String, CaseIterable, Sendable {
    /// The sheet of the case, without a name.
    case ficha
    /// The official letter that goes with a referral.
    case letter = "oficio"
    /// The act of the handover of a person.
    case delivery = "acta"
}
