import Catalog

/// What every screen has at hand: the catalogue, its words, the assets and the settings.
struct Site: Sendable {
    let catalog: ProtocolCatalog
    let assets: SiteAssets
    let settings: WebSettings

    init(catalog: ProtocolCatalog, settings: WebSettings) {
        self.catalog = catalog
        self.settings = settings
        assets = SiteAssets()
    }

    var texts: Texts { catalog.content.texts }
}
