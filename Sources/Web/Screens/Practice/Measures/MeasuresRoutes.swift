import Access
import Catalog
import Hummingbird

/// How well the signs are seen over all drills, for the coordinator and whoever keeps the practice house.
struct MeasuresRoutes: Sendable {
    let room: StaffRoom
    let book: any DrillBook

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.practiceMeasures.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .practiceMeasures)
        let results = try await book.newest(Self.most).filter { $0.kind == .scene }
        return MeasuresView(
            measures: SignMeasure.all(of: results), drills: results.count,
            indicators: room.site.catalog.content.indicators,
            head: room.head(visitor, on: .practiceMeasures), texts: room.site.texts
        ).document.response(.ok, room.site, request)
    }

    /// So many drills are read at most, the newest.
    private static let most = 20_000
}
