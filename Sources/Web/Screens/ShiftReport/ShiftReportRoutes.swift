import Access
import CaseRegister
import HTTPTypes
import Hummingbird

/// The report of the shift of whoever asks for it.
struct ShiftReportRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.shiftReport.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .shiftReport)
        let now = room.clock()
        let paper = ShiftReportPaper(
            cases: try await HandoverShift(room: room).cases(of: visitor),
            totals: try await totals(of: visitor), visitor: visitor, now: now,
            end: try? await room.ports.keeping?.trail.end(), names: CatalogNames(room.site.catalog))
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        return await PaperDesk(site: room.site).response(
            paper.paper, asFile: Paper.isFileWanted(fields), request)
    }

    /// Of every queue that the visitor reads.
    private func totals(of visitor: Visitor) async throws -> QueueCount {
        var (open, late) = (0, 0)
        do {
            for queue in Territory.queues(of: visitor.acting, under: room.ports.rules()) {
                let count = try await room.ports.lists.queueCount(of: queue, at: room.clock())
                open += count.open
                late += count.late
            }
        } catch { throw WebFault.broken }
        return QueueCount(open: open, late: late)
    }
}
