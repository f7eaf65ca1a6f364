import Catalog

/// What every screen has at hand: the catalogue in force, its words, the assets and the settings.
struct Site: Sendable {
    let inForce: CatalogInForce
    let assets: SiteAssets
    let settings: WebSettings
    let texts: Texts

    init(catalog: ProtocolCatalog, settings: WebSettings) {
        inForce = CatalogInForce(catalog)
        self.settings = settings
        assets = SiteAssets()
        texts = catalog.content.texts
    }

    /// Read anew for every page: a number may have been changed since the last one.
    var catalog: ProtocolCatalog { inForce.catalog }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { inForce.firstCalls }
}
