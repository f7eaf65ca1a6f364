import Access
import CaseRegister
import Catalog
import ReferralDomain

/// Who can be told in the place of a case: the units that serve it, and the institutions without accounts.
///
/// Neither an implicated body, nor the control centre, nor the visitor's own institution is ever in it.
struct ReferBook {
    private let scene: CaseScene
    private let rules: ProtocolRules
    private let units: [UnitCard]

    init(_ scene: CaseScene, _ rules: ProtocolRules) {
        self.scene = scene
        self.rules = rules
        let place = scene.state.municipality ?? scene.state.standing?.district
        let district = scene.state.standing?.district
        units =
            scene.units.filter { unit in
                unit.serves(district) && (unit.municipality ?? place) == place && !unit.districts.isEmpty
            }
            + scene.units.filter { unit in
                unit.districts.isEmpty && (unit.municipality ?? place) == place
            }
    }

    /// Whom the route means, and then everybody who can stand in; empty where the body may not know.
    func offered(for step: RouteStep) -> [ReferRecipient] {
        let own = step.institution.id.text
        guard mayKnow(own) else { return [] }
        let others = scene.names.catalog.content.institutions.filter { canStandIn($0, for: step) }
        return recipients(of: own) + others.flatMap { recipients(of: $0.id.text) }
    }

    /// The bodies of which the case may not reach anybody, and why; nil where nobody is implicated.
    var excluded: ImplicatedRow? {
        guard let official = scene.state.fact("official-implicated"),
            let row = scene.names.catalog.content.implicated[.init(official)]
        else { return nil }
        return official == Self.nobody ? nil : row
    }

    /// The units of an institution that serve the place, and at last the institution told by other ways.
    private func recipients(of institution: String) -> [ReferRecipient] {
        units.filter { $0.institution == institution }.map { ReferRecipient($0) } + [
            ReferRecipient(institution, scene.names)
        ]
    }

    private func canStandIn(_ institution: Institution, for step: RouteStep) -> Bool {
        guard institution.id != step.institution.id, mayKnow(institution.id.text) else { return false }
        switch institution.kind {
        case .group, .oversight: return false
        case .police, .prosecutor, .line, .service, .health, .justice, .municipal, .ministry, .shelter,
            .labour, .migration, .identity, .childProtection:
            return institution.kind == step.institution.kind || isNamed(institution.id, by: step.step)
                || units.contains { $0.institution == institution.id.text }
        }
    }

    private func isNamed(_ institution: Identifier<Institution>, by step: Step) -> Bool {
        step.institution == institution || step.beside.contains(institution)
            || step.institutionWhen.contains { $0.institution == institution }
    }

    private func mayKnow(_ institution: String) -> Bool {
        institution != rules.centre && institution != scene.acting.institution
            && !scene.state.isImplicated(institution, under: rules)
    }

    /// The value of `official-implicated` that says so.
    private static let nobody = "no"
}
