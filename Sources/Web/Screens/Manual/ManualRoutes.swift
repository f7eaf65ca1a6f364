import Catalog
import Hummingbird

/// The manual, made once: it changes only with the catalogue.
struct ManualRoutes: Sendable {
    let site: Site
    let document: Document

    init(site: Site) {
        self.site = site
        document = ManualView(model: ManualModel(site.catalog.content), texts: site.texts).document
    }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.manual.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        document.response(.ok, site, request)
    }
}
