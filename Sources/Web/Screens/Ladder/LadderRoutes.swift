import HTTPTypes
import Hummingbird

/// The ladder in force, to be read.
struct LadderRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.ladder.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .ladder)
        let model = LadderModel(room.site.catalog)
        let head = room.head(visitor, on: .ladder)
        return LadderView(model: model, head: head, texts: room.site.texts).document.response(
            .ok, room.site, request)
    }
}
