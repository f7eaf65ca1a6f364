import HTTPTypes
import Hummingbird
import JSON

/// The worker that says that there is something. It governs no page, since none stands below its folder.
struct PushRoutes: Sendable {
    let push: PushPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.pushWorker.path, use: worker)
    }

    @Sendable func worker(_ request: Request, _ context: BasicRequestContext) -> Response {
        let words = "var words = \(JSON.string(push.words).text(.canonical));\n"
        let worker = Array(words.utf8) + Minifier.withoutComments(PackageResources.push_js)
        return Packed(worker).response(
            [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache"], to: request)
    }
}
