import Catalog
import HTML
import HTTPTypes
import Hummingbird
import JSON
import Sealing

/// What a phone fetches of the app, all of it the same for everybody.
struct AppRoutes: Sendable {
    let site: Site
    let app: AppSite

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.shell.path, use: shell)
        router.get(PagePattern.serviceWorker.path, use: worker)
        router.get(PagePattern.appManifest.path, use: manifest)
        router.get(PagePattern.appEngine.path, use: engine)
        router.get(PagePattern.appBundle.path, use: bundle)
        router.get(PagePattern.appModule.path, use: module)
    }

    /// Without an engine there is no app: the pages of the street serve.
    @Sendable func shell(_ request: Request, _ context: BasicRequestContext) -> Response {
        guard app.engine != nil else {
            return Response(
                status: .seeOther,
                headers: [.location: Page.street.address.text, .cacheControl: "no-store"])
        }
        let page = Packed(ShellView(site: site, app: app).html.utf8)
        let tag = "\"\(HashText.sha256(of: page.plain).prefix(16))\""
        var response = Self.tagged(page, tag, "text/html; charset=utf-8", request)
        // The one page that runs the engine, and reads the QR of another phone.
        let own = [
            ("Content-Security-Policy", SecurityHeaders.policy(runsEngine: true)),
            ("Permissions-Policy", SecurityHeaders.permissions(camera: "(self)")),
        ]
        for (name, value) in own {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }

    @Sendable func worker(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard app.engine != nil else { throw WebFault.notFound }
        var response = Self.response(app.files.worker, "text/javascript; charset=utf-8", request)
        if let allowed = HTTPField.Name("Service-Worker-Allowed") { response.headers[allowed] = "/" }
        return response
    }

    @Sendable func manifest(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard let disguise = context.parameters.get("name").flatMap(AppDisguise.init) else {
            throw WebFault.notFound
        }
        return Self.response(
            Packed(disguise.manifest(site.texts).bytes(.canonical)), "application/manifest+json", request)
    }

    @Sendable func engine(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard let engine = app.engine else { throw WebFault.notFound }
        return Self.tagged(engine.packed, "\"\(engine.name)\"", engine.contentType, request)
    }

    /// The language stands in the address: a phone asks without saying who it is, hence without a cookie.
    @Sendable func bundle(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard let bundle = try app.bundle(in: Language(askedBy: request) ?? .spanish) else {
            throw WebFault.notFound
        }
        return Self.tagged(bundle.packed, bundle.tag, Asset.bytes, request)
    }

    @Sendable func module(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard context.parameters.get("version") == app.files.version,
            let module = context.parameters.get("name").flatMap({ app.files.modules[$0] })
        else { throw WebFault.notFound }
        return AssetRoutes.response(module, request)
    }

    /// What must be asked for again, and is not sent again where nothing changed.
    private static func tagged(
        _ packed: Packed, _ tag: String, _ type: String, _ request: Request
    ) -> Response {
        let asked = request.headers[.ifNoneMatch] ?? ""
        if asked.split(separator: ",").contains(where: { $0.filter { $0 != " " } == tag }) {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-cache"])
        }
        var response = response(packed, type, request)
        response.headers[.eTag] = tag
        return response
    }

    private static func response(
        _ packed: Packed, _ type: String, _ request: Request
    ) -> Response {
        packed.response([.contentType: type, .cacheControl: "no-cache"], to: request)
    }
}
