import Hummingbird

/// Says how far everybody can use the site, and what to do where somebody cannot.
struct AccessibilityRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.accessibility.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        AccessibilityView(catalog: site.catalog, texts: site.texts).document.response(.ok, site, request)
    }
}
