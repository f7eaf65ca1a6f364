import CaseRegister
import Catalog
import ReferralDomain
import RouteEngine

/// The last street page: what became of the report, and what comes next.
struct SentModel: Equatable, Sendable {
    let visit: StreetVisit
    let head: StreetHead
    let saving: Saving
    let level: String
    let advice: String
    let phases: [PhaseOfRoute]
    /// Questions whose answers would still change the route, most urgent first.
    let openQuestions: [String]
    let conduct: [Conduct]
    /// Shown at once when the report is not saved.
    let calls: [CallsModel.Call]

    /// The steps of one part of the route.
    struct PhaseOfRoute: Equatable, Sendable {
        let phase: Phase
        /// What must be done, by the law or by precaution.
        let required: [StepLine]
        /// What an open question still decides.
        let pending: [StepLine]
        /// The first part in which something must be done.
        let isNow: Bool
    }

    /// One line of the card of conduct.
    struct Conduct: Equatable, Sendable {
        let `do`: String
        let dont: String
    }

    init(_ visit: StreetVisit, _ saving: Saving, _ catalog: ProtocolCatalog, _ route: Route) {
        self.visit = visit
        self.saving = saving
        head = StreetHead(page: .sent, route: route)
        level = route.level.label
        advice = route.level.advice
        let now = route.steps.first { $0.status.isRequired }?.step.phase
        phases = Phase.allCases.compactMap { phase in
            let steps = route.steps.filter { $0.step.phase == phase }
            guard !steps.isEmpty else { return nil }
            func lines(_ isRequired: Bool) -> [StepLine] {
                steps.filter { $0.status.isRequired == isRequired }.map { StepLine($0, in: catalog.content) }
            }
            return PhaseOfRoute(
                phase: phase, required: lines(true), pending: lines(false), isNow: phase == now)
        }
        openQuestions = route.nextQuestions
            .filter { $0.asked == .street || $0.asked == .afterCall }.prefix(Self.mostQuestions).map(
                \.question)
        conduct = catalog.content.conduct.filter(\.isOnStreet).map { Conduct(do: $0.do, dont: $0.dont) }
        calls = saving == .failed ? CallPlan(visit, catalog, route).calls : []
    }

    /// More than this nobody reads in the street.
    private static let mostQuestions = 6
}
