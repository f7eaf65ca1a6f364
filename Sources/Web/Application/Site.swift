import CaseRegister
import Catalog
import ReferralDomain

/// What every screen has at hand: the catalogue, its words, the assets and the settings.
struct Site: Sendable {
    let catalog: ProtocolCatalog
    let assets: SiteAssets
    let settings: WebSettings
    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    let firstCalls: [CallsModel.Call]

    init(catalog: ProtocolCatalog, settings: WebSettings) {
        self.catalog = catalog
        self.settings = settings
        assets = SiteAssets()
        firstCalls = Self.firstCalls(catalog)
    }

    /// The calls of an empty form on a night long ago, when every office was closed.
    private static func firstCalls(_ catalog: ProtocolCatalog) -> [CallsModel.Call] {
        let night = Instant(millisecondsSinceEpoch: 0)
        guard let id = try? ReportID(reading: String(repeating: "0", count: ReportID.digits)),
            let route = try? catalog.route(of: Situation(district: nil, at: night))
        else { return [] }
        let visit = StreetVisit(
            form: StreetForm(report: id), page: .start, findings: [], at: night, isFresh: false)
        return CallPlan(visit, catalog, route).calls
    }

    var texts: Texts { catalog.content.texts }
}
