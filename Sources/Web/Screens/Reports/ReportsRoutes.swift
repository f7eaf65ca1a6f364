import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The own reports of a street account: code, hour and one safe word.
struct ReportsRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.reports.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .reports)
        var lines: [ReportsModel.Line] = []
        for row in try await room.ports.lists.reports(by: visitor.acting.account, most: Self.most) {
            let state = CaseState(after: try await room.ports.journal.history(of: row.id))
            lines.append(
                ReportsModel.Line(
                    code: row.reference.text, at: row.opened, word: SafeWord(of: state)))
        }
        let model = ReportsModel(head: room.head(visitor, on: .reports), lines: lines)
        return ReportsView(model: model, catalog: room.site.catalog).document.response(
            .ok, room.site, request)
    }

    private static let most = 50
}
