import Access
import CaseRegister
import Catalog
import ReferralDomain

/// Who can be told in the place of a case: the units that serve it, and the institutions without accounts.
///
/// Neither an implicated body, nor the control centre, nor the visitor's own institution is ever in it.
struct ReferBook {
    private let scene: CaseScene
    /// The person that it is about; nil for everybody of the case.
    private let person: PersonID?
    private let rules: ProtocolRules
    private let units: [UnitCard]

    init(_ scene: CaseScene, _ rules: ProtocolRules, about person: PersonID?) {
        self.scene = scene
        self.person = person
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
    ///
    /// Where somebody said no to the step, whom they named comes first, and whoever said no is not asked again now.
    func offered(for step: RouteStep) -> [ReferRecipient] {
        let own = step.institution.id.text
        guard mayKnow(own) else { return [] }
        let others = scene.names.catalog.content.institutions.filter { canStandIn($0, for: step) }
        // Who is named by the step stands in before whoever merely has an account.
        let named = others.filter { isNamed($0.id, by: step.step) }
        let rest = others.filter { !isNamed($0.id, by: step.step) }
        let suggested = suggested(for: step)
        let bodies = [suggested, own].compactMap(\.self) + (named + rest).map(\.id.text)
        var seen: Set<String> = []
        return bodies.filter { seen.insert($0).inserted }.flatMap { recipients(of: $0) }
            .filter { !hasRefused($0, step) }
    }

    /// The last no to a step that still stands: nobody has taken it since.
    func rejection(of step: RouteStep) -> Referral? {
        let asked = scene.state.referrals.filter { referral in
            referral.draft.step == step.step.id.text && referral.state != .recalled
                && (person == nil || (referral.draft.person ?? person) == person)
        }
        return asked.last.flatMap { $0.state == .rejected ? $0 : nil }
    }

    /// Whom the last body that said no named instead; nil where that body may not know.
    func suggested(for step: RouteStep) -> String? {
        guard let body = rejection(of: step)?.suggested, mayKnow(body),
            scene.names.catalog.content.institutions[.init(body)] != nil
        else { return nil }
        return body
    }

    private func hasRefused(_ recipient: ReferRecipient, _ step: RouteStep) -> Bool {
        let draft = ReferralDraft(
            person: person, step: step.step.id.text, institution: recipient.institution, unit: recipient.unit)
        return scene.state.rejection(of: draft, at: scene.now) != nil
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
