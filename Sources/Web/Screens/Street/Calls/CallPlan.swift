import Catalog
import HTML
import ReferralDomain
import RouteEngine

/// Works out the calls of a situation from its route.
///
/// The next numbers are those of the same step, then those of the route as it would be if nobody answered: the
/// list stays the same while the answers come in.
struct CallPlan {
    let calls: [CallsModel.Call]
    let emergencies: [CallsModel.Call]
    let others: [CallsModel.Call]

    init(_ visit: StreetVisit, _ catalog: ProtocolCatalog, _ route: Route) {
        let reader = Reader(visit, catalog, route)
        var calls = [reader.police, reader.prosecutor].compactMap { $0 }
        var urgent = [reader.danger, reader.injury].compactMap { $0 }
        if let danger = reader.danger, let police = calls.first, police.address == danger.address {
            calls[0] = Self.call(police, because: danger)
            // Whatever else is urgent follows the call about the danger, and goes before the prosecutor.
            calls.insert(contentsOf: urgent.dropFirst(), at: 1)
            urgent = []
        }
        var shown: Set<Address> = []
        emergencies = Self.once(urgent, &shown)
        calls = Self.once(calls, &shown)
        others = Self.once(reader.others, &shown)
        self.calls = calls.map { Self.withNextNumbers(of: $0, &shown) }
    }

    /// The call to the police, told as the call about the danger that it is.
    private static func call(_ police: CallsModel.Call, because danger: CallsModel.Call) -> CallsModel.Call {
        CallsModel.Call(
            role: danger.role, reason: danger.reason, remarks: police.remarks,
            cards: Array(danger.cards.prefix(1)) + police.cards.dropFirst(), answered: police.answered)
    }

    /// Leaves out a call whose number is shown already, whatever stands beside the number.
    private static func once(_ calls: [CallsModel.Call], _ shown: inout Set<Address>) -> [CallsModel.Call] {
        calls.filter { call in call.address.map { shown.insert($0).inserted } ?? false }
    }

    /// Leaves out the next numbers that stand elsewhere on the page.
    private static func withNextNumbers(
        of call: CallsModel.Call, _ shown: inout Set<Address>
    ) -> CallsModel.Call {
        let next = call.cards.dropFirst().filter { shown.insert($0.address).inserted }
        return CallsModel.Call(
            role: call.role, reason: call.reason, remarks: call.remarks,
            cards: Array(call.cards.prefix(1)) + next,
            answered: call.answered)
    }

    private struct Reader {
        let visit: StreetVisit
        let catalog: ProtocolCatalog
        /// The route before any call.
        let before: Route
        /// The route if neither call is answered.
        let unanswered: Route
        let phones: StepPhones

        init(_ visit: StreetVisit, _ catalog: ProtocolCatalog, _ route: Route) {
            self.visit = visit
            self.catalog = catalog
            func routeIf(_ answer: String?) -> Route {
                var situation = route.situation
                situation.answers[.policeAnswered] = answer
                situation.answers[.prosecutorAnswered] = answer
                return (try? catalog.route(of: situation)) ?? route
            }
            before = routeIf(nil)
            unanswered = routeIf("no")
            phones = StepPhones(catalog: catalog, route: before)
        }

        /// The station or, where that could warn whoever must not be warned, the unit against trafficking.
        var police: CallsModel.Call? {
            let ways: [(Identifier<Step>, CallsModel.Role)] = [
                (.notifyPolice, .police), (.notifyPoliceUnit, .policeUnit), (.reportHotline, .policeUnit),
            ]
            let found = ways.first { before[$0.0]?.status.isRequired ?? false }
            return found.flatMap { id, role in
                call(role, before[id], next: required(unanswered[.reportHotline]), asking: .policeAnswered)
            }
        }

        var prosecutor: CallsModel.Call? {
            call(
                .prosecutor, before[.notifyProsecutor], next: unanswered[.notifyProsecutor],
                asking: .prosecutorAnswered)
        }

        var danger: CallsModel.Call? { call(.danger, required(before[.emergencyPolice])) }

        var injury: CallsModel.Call? { call(.injury, required(before[.emergencyMedical])) }

        /// Every other body that must be told now.
        var others: [CallsModel.Call] {
            let told: Set<Identifier<Step>> = [.notifyPolice, .notifyPoliceUnit, .notifyProsecutor]
            let steps = before.steps.filter {
                $0.step.phase == .notify && $0.status.isRequired && !told.contains($0.step.id)
            }
            return steps.compactMap { step in
                call(role(of: step), step)
            }
        }

        private func role(of step: RouteStep) -> CallsModel.Role {
            switch step.step.id {
            case .notifyChildProtection: .child
            case .reportMisconduct: .misconduct
            default: .body(step.institution.shortName)
            }
        }

        private func required(_ step: RouteStep?) -> RouteStep? {
            step.flatMap { $0.status.isRequired ? $0 : nil }
        }

        private func call(
            _ role: CallsModel.Role, _ step: RouteStep?, next: RouteStep? = nil,
            asking fact: Identifier<Fact>? = nil
        ) -> CallsModel.Call? {
            guard let step else { return nil }
            let cards = phones.cards(of: [step, next]).map { $0.rehearsed(visit.drill != nil) }
            guard !cards.isEmpty else { return nil }
            return CallsModel.Call(
                role: role, reason: step.because.first.map(Self.firstSentence) ?? "",
                remarks: Array(step.because.dropFirst()), cards: cards,
                answered: fact.flatMap { catalog.content.facts[$0] }.map { fact in
                    ChoiceQuestion(
                        fact, answer: visit.form.answers[fact.id], texts: catalog.content.texts)
                })
        }

        private static func firstSentence(of text: String) -> String {
            guard let end = text.firstRange(of: ". ") else { return text }
            return String(text[..<end.lowerBound]) + "."
        }
    }
}
