import Catalog
import ReferralDomain
import RouteEngine

/// The first page: three questions about safety, the district, and one thing to do.
struct StartModel: Equatable, Sendable {
    let visit: StreetVisit
    let head: StreetHead
    let questions: [ChoiceQuestion]
    let districts: DistrictChoice

    init(_ visit: StreetVisit, _ catalog: ProtocolCatalog, _ route: Route) {
        self.visit = visit
        let content = catalog.content
        head = StreetHead(page: .start, route: route, calls: CallPlan(visit, catalog, route).calls)
        questions = Self.asked.compactMap { content.facts[$0] }.map { fact in
            ChoiceQuestion(
                fact, answer: visit.form.answers[fact.id], texts: content.texts,
                advice: Self.advice(on: fact.id, visit, catalog))
        }
        districts = DistrictChoice(content.districts, chosen: visit.form.district)
    }

    private static let asked: [Identifier<Fact>] = [.danger, .injury, .victimPresent]

    /// The numbers of the steps of safety that this fact alone calls for.
    private static func advice(
        on fact: Identifier<Fact>, _ visit: StreetVisit, _ catalog: ProtocolCatalog
    ) -> [CallCard] {
        let situation = Situation(district: visit.form.district, at: visit.at, answers: [fact: "yes"])
        guard let route = try? catalog.route(of: situation) else { return [] }
        let steps = route.steps.filter { step in
            step.step.phase == .safety && step.status.isRequired
                && step.step.when.tests.contains { $0.fact == fact }
        }
        return StepPhones(catalog: catalog, route: route).cards(of: steps).prefix(1).map {
            $0.rehearsed(visit.drill != nil)
        }
    }
}
