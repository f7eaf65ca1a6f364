import ReferralDomain
import RouteEngine

/// Whom a guard calls on a route: those in their order, and the others.
public struct StreetCalls: Sendable {
    /// Whatever saves a life, then the police, then the prosecutor.
    public let first: [RouteStep]
    /// Everybody else who must be told now, in any order.
    public let also: [RouteStep]

    public init(_ route: Route) {
        func required(_ id: Identifier<Step>) -> RouteStep? {
            route[id].flatMap { $0.status.isRequired ? $0 : nil }
        }
        let police = Self.policeWays.compactMap(required).first
        first = Self.emergencies.compactMap(required) + [police, required(Self.prosecutor)].compactMap { $0 }
        let told = Set(first.map(\.step.id))
        also = route.steps.filter {
            $0.step.phase == .notify && $0.status.isRequired && !told.contains($0.step.id)
        }
    }

    /// Only whatever saves a life: what is owed where nothing points at trafficking.
    public init(savingLivesOn route: Route) {
        first = Self.emergencies.compactMap { route[$0] }.filter(\.status.isRequired)
        also = []
    }

    private static let emergencies: [Identifier<Step>] = ["emergency-police", "emergency-medical"]
    /// The station, or whoever is told where it could warn the suspect.
    private static let policeWays: [Identifier<Step>] = [
        "notify-police", "notify-police-unit", "report-hotline",
    ]
    private static let prosecutor: Identifier<Step> = "notify-prosecutor"
}
