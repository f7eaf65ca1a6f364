/// What each relation sees of a case, field by field: the table behind the screens and the matrix test.
///
/// A sealed field that is seen stands there masked; opening it is another decision, with a reason and a log.
public enum CaseView {
    /// The fields that exist for somebody; a field that is not here does not exist for them.
    public static func fields(of relation: CaseRelation) -> Set<CaseField> {
        switch relation {
        case .reporter: [.reference, .opened, .safeState]
        case .owner: Set(CaseField.allCases)
        case .receiver: receiver
        case .former: [.reference, .ownReferrals, .ownObligations]
        case .coordinator:
            [.reference, .opened, .level, .district, .referrals, .ownObligations, .obligations]
        case .emergency: emergency
        case .reviewer: [.reference, .opened, .glass]
        case .none: []
        }
    }

    /// Whether a field exists for somebody.
    public static func shows(_ field: CaseField, to relation: CaseRelation) -> Bool {
        fields(of: relation).contains(field)
    }

    private static let receiver: Set<CaseField> = [
        .reference, .opened, .level, .district, .facts, .signs, .people, .ages, .ownReferrals, .identity,
        .matter, .care, .custody, .consents, .reflection, .safeContact, .rights, .retellings, .goals, .duties,
        .releases, .ownObligations,
    ]

    private static let emergency: Set<CaseField> = [
        .reference, .opened, .level, .district, .facts, .signs, .people, .ages, .owner, .referrals, .identity,
        .matter, .care, .custody, .consents, .reflection, .safeContact,
    ]
}
