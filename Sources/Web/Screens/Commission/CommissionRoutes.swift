import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird

/// The report to the Metropolitan Commission, for the technical secretariat.
struct CommissionRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.commissionReport.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .commissionReport)
        let (now, names) = (room.clock(), CatalogNames(room.site.catalog))
        let filter = BoardFilter()
        let board: BoardModel
        do {
            board = BoardModel(
                try await room.ports.lists.board(filter.question(at: now)),
                by: try await room.ports.lists.boardByInstitution(at: now), filter: filter, at: now,
                names: names)
        } catch { throw WebFault.broken }
        let paper = CommissionPaper(board: board, account: visitor.acting.account.text, names: names).paper
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        return await PaperDesk(site: room.site).response(paper, asFile: Paper.isFileWanted(fields), request)
    }
}
