import CaseRegister
import Catalog
import ReferralDomain

/// Our words and those of the standard, each way.
enum HTCDSCrosswalk {
    /// The kinds of exploitation; several of ours have no word of their own there.
    static let exploitations: [(fact: String, type: String)] = [
        ("sexual-exploitation", "SexualExploitation"), ("labour-exploitation", "ForcedLabour"),
        ("domestic-servitude", "Servitude"), ("begging", "ForcedBegging"),
        ("organ-removal", "OrganRemoval"), ("forced-crime", "Other"), ("child-sale", "Other"),
        ("other-exploitation", "Other"),
    ]

    /// What a type of the standard says where the file has no facts of ours.
    static func fact(ofExploitation type: String) -> String {
        switch type {
        case "SexualExploitation": "sexual-exploitation"
        case "ForcedLabour", "ChildLabour": "labour-exploitation"
        case "Servitude": "domestic-servitude"
        case "ForcedBegging": "begging"
        case "OrganRemoval": "organ-removal"
        default: "other-exploitation"
        }
    }

    /// As seen by a guard. `diverse` has no single word there: it is written in our own column only.
    static let genders: [(ours: String, standard: String?)] = [
        ("woman", "Feminine"), ("man", "Masculine"), ("diverse", nil),
    ]

    static func gender(ofStandard word: String) -> String? {
        switch word {
        case "Feminine": "woman"
        case "Masculine": "man"
        case "TransgenderFeminine", "TransgenderMasculine", "NonConforming": "diverse"
        default: nil
        }
    }

    /// What a sign says of the methods of control.
    static let methodOfSign: [String: String] = [
        "A04": "PhysicalAbuse", "A05": "WithholdsDocuments", "A07": "PhysicalThreats", "B11": "DebtBondage",
        "B12": "TakesEarnings", "B13": "ThreatsLawEnforcement", "B15": "PsychoactiveSubstance",
        "C02": "FalsePromises", "E01": "ExcessiveWorkingHours",
    ]

    /// What a sign says of how somebody was recruited.
    static let recruitmentOfSign: [String: String] = [
        "C03": "ThroughOnlineSocialNetworks", "C06": "ThroughFamilyOrFamilyEvents",
    ]

    /// Where a case stands, in the four words of the standard.
    static func status(of state: CaseState) -> String {
        if state.closed != nil || state.mergedInto != nil {
            return state.closing?.reason == "other-region" ? "ClosedReferred" : "Closed"
        }
        let isDone = state.referrals.contains { $0.state == .done }
        return isDone && !state.referrals.contains(where: \.state.isOpen) ? "FollowUp" : "Active"
    }

    /// The type of organization of each kind of institution.
    static func organization(_ kind: Institution.Kind) -> String? {
        switch kind {
        case .police, .prosecutor: "LawEnforcement"
        case .health: "HealthServiceOrganisation"
        case .municipal: "LocalGovernmentOrganisation"
        case .migration: "ImmigrationService"
        case .justice: "LegalService"
        case .ministry, .labour, .identity, .oversight, .childProtection, .service, .line:
            "CentralGovernmentOrganisation"
        case .shelter, .group: nil
        }
    }
}
