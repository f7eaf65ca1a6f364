import Access
import CaseRegister

/// Who may still take a case whose control centre is implicated, and that nobody else has.
///
/// Only its municipality may take a case, and only somebody who is not of the centre. Where no such unit has accounts,
/// nobody there can: the technical secretariat must know it in words, and not learn it from a clock that runs on.
enum ReservedCase: Equatable, Sendable {
    case forCaseManagement
    case forNobody

    /// Nil where the centre is not implicated, or somebody else has the case.
    init?(_ state: CaseState, units: [UnitCard], under rules: ProtocolRules) {
        guard state.isOpen, state.isImplicated(rules.centre, under: rules) else { return nil }
        let municipality =
            state.municipality ?? Territory.municipality(ofDistrict: state.standing?.district)
        let takers = units.filter {
            $0.municipality == municipality && !state.isImplicated($0.institution, under: rules)
        }
        if let unit = state.unit, takers.contains(where: { $0.id == unit }) { return nil }
        self = takers.isEmpty ? .forNobody : .forCaseManagement
    }
}
