public import ReferralDomain

/// Which roles a unit may have, by what its institution is there for: a prosecutor's office has officers and no serenos.
///
/// Whoever watches over others, the auditor and the privacy officer, is brought in by whoever stands at the machine or
/// by one of their own, and never by the administrator whom they watch.
public enum FoundingRule {
    /// The roles that the first member of a unit may have, the ordinary one first.
    public static func roles(of institution: String) -> [Role] {
        switch institution {
        case "serenazgo": [.administrator, .operator]
        case "demuna": [.caseManager, .officer, .administrator]
        case "municipality": [.caseManager, .officer, .administrator, .auditor, .privacyOfficer]
        case "commission-secretariat", "metropolitan-commission":
            [.coordinator, .analyst, .auditor, .privacyOfficer, .administrator]
        case "anpd": [.privacyOfficer, .auditor, .officer, .administrator]
        case "defensoria": [.officer, .auditor, .administrator]
        default: [.officer, .administrator]
        }
    }

    /// Whether a unit with such a first member belongs to one municipality, whose queue it reads.
    public static func needsMunicipality(_ institution: String, first role: Role) -> Bool {
        institution == "serenazgo" || role == .caseManager || role == .operator
    }
}
