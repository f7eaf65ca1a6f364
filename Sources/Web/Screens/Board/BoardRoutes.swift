import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird

/// The coordinator's board.
struct BoardRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.board.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .board)
        let (site, lists, now) = (room.site, room.ports.lists, room.clock())
        let catalog = site.catalog
        let filter = BoardFilter(FormFields(urlEncoded: (request.uri.query ?? "").utf8)) {
            catalog.content.institutions[.init($0)] != nil
        }
        let model = BoardModel(
            try await lists.board(filter.question(at: now)),
            by: try await lists.boardByInstitution(at: now), filter: filter, at: now,
            names: CatalogNames(catalog))
        let head = room.head(visitor, on: .board)
        return BoardView(model: model, head: head, texts: site.texts).document.response(.ok, site, request)
    }
}
