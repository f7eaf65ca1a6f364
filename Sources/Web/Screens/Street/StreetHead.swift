import Catalog
import RouteEngine

/// What the head and the foot of a street page say: how far the journey is, where, and who helps.
struct StreetHead: Equatable, Sendable {
    let page: StreetPage
    /// The name of the district, once it is known.
    let district: String?
    /// Whether the guards' own radio room may be told: not where one of them could warn the suspect.
    let isCentralTrusted: Bool
    /// Whom to call when the network fails; empty where the page shows the calls anyway.
    let calls: [CallsModel.Call]

    init(page: StreetPage, route: Route, calls: [CallsModel.Call] = []) {
        self.page = page
        self.calls = calls
        district = route.district?.name
        isCentralTrusted = route.situation.answers[.officialImplicated] != "serenazgo"
    }
}
