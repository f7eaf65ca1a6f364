import Catalog
import HTTPTypes
import Hummingbird

/// The public directory. Which district it is filtered by is public too, so it may stand in the address.
struct DirectoryRoutes: Sendable {
    static let districtField = "distrito"

    let site: Site

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.directory.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        let asked = fields.refused.contains(Self.districtField) ? "?" : fields[Self.districtField]
        let model = DirectoryModel(site.catalog.content, asked: asked)
        let status: HTTPResponse.Status = model.isUnknownDistrict ? .unprocessableContent : .ok
        return DirectoryView(model: model, texts: site.texts).document.response(status, site, request)
    }
}
