import Catalog
import Documents

/// What every screen has at hand in one language: the catalogue in force, its words, the assets and the settings.
struct Site: Sendable {
    let language: Language
    let inForce: CatalogInForce
    /// The same in every language, for what a phone asks for without saying who it is.
    let inForceSpeaking: [Language: CatalogInForce]
    let assets: SiteAssets
    let settings: WebSettings
    let texts: Texts
    /// What the street app is answered from; nil where there is none.
    let app: AppSite?
    /// What makes PDFs of papers; nil where papers are printed by the browser only.
    var press: (any PaperPress)?

    /// The site in Spanish.
    init(catalog: ProtocolCatalog, settings: WebSettings, app: AppPorts? = nil) {
        language = .spanish
        let inForce = CatalogInForce(catalog)
        self.inForce = inForce
        inForceSpeaking = Dictionary(
            uniqueKeysWithValues: Language.allCases.map {
                ($0, $0 == .spanish ? inForce : inForce.speaking($0))
            })
        self.settings = settings
        assets = SiteAssets.ofThisProgram
        let assets = assets
        let speaking = inForceSpeaking
        self.app = app.map { AppSite($0, speaking: speaking, assets: assets) }
        texts = catalog.content.texts
    }

    /// The same site in another language.
    init(_ site: Site, in language: Language) {
        self.language = language
        inForce = site.inForceSpeaking[language, default: site.inForce]
        inForceSpeaking = site.inForceSpeaking
        settings = site.settings
        assets = site.assets
        app = site.app
        press = site.press
        texts = inForce.published.content.texts
    }

    /// Read anew for every page: a number may have been changed since the last one.
    var catalog: ProtocolCatalog { inForce.catalog }

    /// Whether phones are offered the app.
    var hasApp: Bool { app?.engine != nil }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { inForce.firstCalls }
}
