import Catalog
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
        let calls = [reader.police, reader.prosecutor].compactMap { $0 }
        let called = Set(calls.compactMap(\.cards.first))
        emergencies = reader.emergencies.filter { !$0.cards.prefix(1).contains(where: called.contains) }
        let shown = called.union(emergencies.compactMap(\.cards.first))
        others = reader.others.filter { !$0.cards.prefix(1).contains(where: shown.contains) }
        self.calls = calls
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

        var emergencies: [CallsModel.Call] {
            [
                call(.danger, required(before[.emergencyPolice])),
                call(.injury, required(before[.emergencyMedical])),
            ].compactMap { $0 }
        }

        /// Every other body that must be told now.
        var others: [CallsModel.Call] {
            let told: Set<Identifier<Step>> = [.notifyPolice, .notifyPoliceUnit, .notifyProsecutor]
            let steps = before.steps.filter {
                $0.step.phase == .notify && $0.status.isRequired && !told.contains($0.step.id)
            }
            return steps.compactMap { step in
                let isChild = step.step.id == .notifyChildProtection
                return call(isChild ? .child : .body(step.institution.shortName), step)
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
            let cards = phones.cards(of: [step, next])
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
