import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The queue of the visitor's municipality.
struct QueueRoutes: Sendable {
    let room: StaffRoom
    let bell: QueueBell

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.queue.path, use: show)
        router.get(PagePattern.queueLive.path, use: live)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .queue)
        _ = try Self.municipality(of: visitor)
        let now = room.clock()
        let page = QueueModel.page(request.uri.queryParameters[QueueModel.pageField[...]])
        let sorted: [QueueRow]
        let count: QueueCount
        do {
            (sorted, count) = try await queues(of: visitor, at: now, most: page * QueueModel.rows + 1)
        } catch { throw WebFault.broken }
        let rows = Array(sorted.dropFirst((page - 1) * QueueModel.rows).prefix(QueueModel.rows))
        var model = QueueModel(
            rows: rows, count: count, selected: try await selected(request, rows, visitor), now: now,
            page: page, hasMore: sorted.count > page * QueueModel.rows)
        if let messages = room.ports.messages {
            model.hasNoMessages = messages.kinds.isEmpty
            if !messages.kinds.isEmpty {
                model.unreached = try await messages.outbox.unreached(among: rows.map(\.id))
            }
        }
        return QueueView(
            model: model, head: room.head(visitor, on: .queue), names: CatalogNames(room.site.catalog)
        ).document.response(.ok, room.site, request)
    }

    /// Says only that something changed; the page is then asked for again, through the gate.
    @Sendable func live(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .queueLive)
        _ = try Self.municipality(of: visitor)
        guard await bell.hasRoom else {
            return Response(status: .serviceUnavailable, headers: [.retryAfter: "30"])
        }
        let queues = Territory.queues(of: visitor.acting, under: room.ports.rules())
        return QueueStream(bell: bell, queues: queues, clock: room.clock).response
    }

    /// What stands in the queues of the visitor, the worst first up to so many, and how much there is in all.
    private func queues(
        of visitor: Visitor, at now: Instant, most: Int
    ) async throws(JournalFault) -> ([QueueRow], QueueCount) {
        var rows: [QueueRow] = []
        var (open, late) = (0, 0)
        for queue in Territory.queues(of: visitor.acting, under: room.ports.rules()) {
            rows += try await room.ports.lists.queue(of: queue, from: 0, most: most)
            let count = try await room.ports.lists.queueCount(of: queue, at: now)
            open += count.open
            late += count.late
        }
        func rank(_ row: QueueRow) -> (Int, Int64, Instant) {
            (row.rank, row.next?.due?.millisecondsSinceEpoch ?? .max, row.opened)
        }
        let sorted = rows.sorted { rank($0) < rank($1) }
        return (Array(sorted.prefix(most)), QueueCount(open: open, late: late))
    }

    /// The case that was asked for, else the worst one; none where it cannot be opened.
    private func selected(
        _ request: Request, _ rows: [QueueRow], _ visitor: Visitor
    ) async throws -> CaseScene? {
        let asked = request.uri.queryParameters[QueueView.caseField[...]].map(String.init)
        let id = asked.flatMap { try? CaseID(reading: $0) } ?? rows.first?.id
        guard let id else { return nil }
        do {
            var scene = try await CaseDoor(room: room).scene(id, for: visitor)
            // The queue draws the case of an owner; what is read behind the glass has a page of its own.
            guard scene.relation == .owner else { return nil }
            scene.back = .queue
            return scene
        } catch WebFault.notFound { return nil }
    }

    private static func municipality(of visitor: Visitor) throws -> String {
        guard let municipality = visitor.acting.municipality else { throw WebFault.notFound }
        return municipality
    }
}
