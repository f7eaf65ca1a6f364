import Catalog

/// What every screen has at hand: the catalogue in force, its words, the assets and the settings.
struct Site: Sendable {
    let inForce: CatalogInForce
    let assets: SiteAssets
    let settings: WebSettings
    let texts: Texts
    /// What the street app is answered from; nil where there is none.
    let app: AppSite?

    init(catalog: ProtocolCatalog, settings: WebSettings, app: AppPorts? = nil) {
        inForce = CatalogInForce(catalog)
        self.settings = settings
        assets = SiteAssets()
        let assets = assets
        self.app = app.map { AppSite($0, assets: assets) }
        texts = catalog.content.texts
    }

    /// Read anew for every page: a number may have been changed since the last one.
    var catalog: ProtocolCatalog { inForce.catalog }

    /// Whether phones are offered the app.
    var hasApp: Bool { app?.engine != nil }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { inForce.firstCalls }
}
