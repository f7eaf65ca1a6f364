import Catalog
import Hummingbird

/// The manual, made once: it changes only with the catalogue.
struct ManualRoutes: Sendable {
    let site: Site
    let model: ManualModel
    let document: Document

    init(site: Site) {
        self.site = site
        model = ManualModel(site.catalog.content)
        document = ManualView(model: model, texts: site.texts).document
    }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.manual.path, use: show)
    }

    /// The whole manual; what is looked for stands above it.
    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        let typed = FormFields(urlEncoded: (request.uri.query ?? "").utf8)[ManualSearch.field] ?? ""
        guard let search = ManualSearch(String(typed.prefix(Self.longest)), in: model) else {
            return document.response(.ok, site, request)
        }
        return ManualView(model: model, search: search, texts: site.texts).document
            .response(.ok, site, request)
    }

    /// How many characters are looked for, at most.
    private static let longest = 60
}
