import Catalog
import ReferralDomain
import RouteEngine

extension Words {
    static func of(_ phase: Phase) -> String {
        switch phase {
        case .safety: Words[.phaseSafety]
        case .notify: Words[.phaseNotify]
        case .prosecutor: Words[.phaseProsecutor]
        case .protection: Words[.phaseProtection]
        case .followUp: Words[.phaseFollowUp]
        }
    }

    static func of(_ status: StepStatus) -> String {
        switch status {
        case .required: Words[.statusRequired]
        case .requiredByPrecaution: Words[.statusPrecaution]
        case .pending: Words[.statusPending]
        case .notNeeded: Words[.statusNotNeeded]
        }
    }

    static func of(_ status: Source.Status) -> String {
        switch status {
        case .verified: Words[.sourceVerified]
        case .toConfirm: Words[.sourceToConfirm]
        }
    }

    static func of(_ unit: Deadline.Term.Unit) -> String {
        switch unit {
        case .hours: Words[.unitHours]
        case .days: Words[.unitDays]
        case .workingDays: Words[.unitWorkingDays]
        }
    }

    static func of(_ rule: HardRule) -> String {
        switch rule {
        case .prosecutorIsAlwaysReached: Words[.ruleProsecutor]
        case .doubtfulAgeIsProtected: Words[.ruleDoubtfulAge]
        case .implicatedBodyIsNeverTold: Words[.ruleImplicated]
        case .dangerStaysOn: Words[.ruleDanger]
        case .everyStepIsWhole: Words[.ruleWhole]
        case .somebodyIsAlwaysTold: Words[.ruleSomebody]
        case .knowingMoreNeverHurts: Words[.ruleKnowingMore]
        case .noShelterHasAnAddress: Words[.ruleNoAddress]
        }
    }

    /// What is wrong with a situation, and what is allowed; one line.
    static func of(_ misread: Situation.Misread, _ content: CatalogContent) -> String {
        switch misread {
        case .district(let id):
            let allowed = content.districts.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
            return Words[.districtUnknown, ["district": typed(id), "allowed": allowed]]
        case .fact(let id):
            return Words[.factUnknown, ["fact": typed(id), "allowed": askable(content)]]
        case .derivedFact(let id): return Words[.factDerived, ["fact": id, "allowed": askable(content)]]
        case .value(let fact, let value, let allowed):
            return Words[
                .valueUnknown,
                ["fact": fact, "value": typed(value), "allowed": allowed.joined(separator: ", ")]]
        }
    }

    private static func askable(_ content: CatalogContent) -> String {
        content.facts.filter { $0.asked != .derived }.map(\.id.text).joined(separator: ", ")
    }
}
