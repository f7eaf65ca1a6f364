import Access
import CaseRegister
import Catalog
import ReferralDomain
import RouteEngine

/// The referrals that the route asks for now: each step with its reason, and to whom it may go.
struct ReferModel: Sendable {
    let scene: CaseScene
    let rows: [Row]
    /// Every body that may be chosen instead, the implicated ones left out.
    let others: [CodeChoice.Option]

    /// One step that is owed and was not asked of anybody yet.
    struct Row: Sendable {
        let step: String
        let title: String
        /// Why the step is owed, in plain sentences.
        let because: [String]
        /// The body that the route names.
        let institution: String
        /// Its units with accounts, and at last the body without an account; never empty.
        let recipients: [Recipient]
        /// The rule of time; nil for "sin plazo legal".
        let deadline: String?
        /// What an adult must still agree to; nil where nothing is missing.
        let missingConsent: Purpose?
    }

    /// Somebody to whom a referral may go.
    struct Recipient: Equatable, Sendable {
        let institution: String
        let unit: UnitID?
        let label: String

        /// The recipient as the form sends it.
        var value: String { unit.map { "u.\($0.text)" } ?? "i.\(institution)" }
    }

    init(_ scene: CaseScene, under rules: ProtocolRules) {
        self.scene = scene
        let open = Set(
            scene.state.referrals.filter { $0.state.isOpen || $0.state == .done }.map(\.draft.step))
        func mayKnow(_ institution: String) -> Bool {
            institution != scene.acting.institution && !scene.state.isImplicated(institution, under: rules)
        }
        let route = try? scene.names.catalog.route(of: scene.situation)
        rows = (route?.steps ?? []).compactMap { step in
            guard step.status.isRequired, !open.contains(step.step.id.text),
                mayKnow(step.institution.id.text)
            else { return nil }
            return Row(step, in: scene)
        }
        others = scene.names.institutions.filter { mayKnow($0.id) }
    }

    /// The recipient that a form names; nil where it is none that may be chosen.
    func recipient(_ value: String) -> Recipient? {
        if value.hasPrefix("u.") {
            guard let unit = scene.units.first(where: { "u.\($0.id.text)" == value }),
                others.contains(where: { $0.id == unit.institution })
            else { return nil }
            return Recipient(institution: unit.institution, unit: unit.id, label: unit.name)
        }
        guard value.hasPrefix("i."), let other = others.first(where: { "i.\($0.id)" == value }) else {
            return nil
        }
        return Recipient(institution: other.id, unit: nil, label: other.label)
    }
}

extension ReferModel.Row {
    init(_ step: RouteStep, in scene: CaseScene) {
        self.step = step.step.id.text
        title = step.step.title
        because = step.because
        institution = step.institution.id.text
        deadline = step.deadline?.id.text
        let district = scene.state.standing?.district
        let name = step.institution.shortName
        let units = scene.units.filter { [institution] in $0.institution == institution && $0.serves(district)
        }
        recipients =
            units.map { .init(institution: $0.institution, unit: $0.id, label: $0.name) } + [
                .init(institution: step.institution.id.text, unit: nil, label: name)
            ]
        missingConsent = scene.missingConsent(for: step.step.id.text, to: step.institution.id.text)
    }
}

extension CaseScene {
    /// What an adult must still agree to before a step may be asked of a body; nil where nothing is missing.
    func missingConsent(for step: String, to institution: String) -> Purpose? {
        guard
            let purpose = names.catalog.content.codes["consent-steps"]?.code(step)?.purpose.flatMap(
                Purpose.init)
        else { return nil }
        let adults = state.people.filter { !$0.age.countsAsChild }
        if state.people.isEmpty {
            return state.fact("age") == PersonAge.adult.rawValue ? purpose : nil
        }
        let isMissing = adults.contains { person in
            !person.consents.contains {
                guard $0.purpose == purpose, $0.recipient == institution else { return false }
                switch $0.answer {
                case .given, .overridden: return true
                case .refused, .withdrawn: return false
                }
            }
        }
        return isMissing ? purpose : nil
    }
}
