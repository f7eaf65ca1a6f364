import Access
import CaseRegister
import HTTPTypes
import Hummingbird

/// The outbox of the house: what waits, what nobody took, and the button that tries it again.
struct MessagesRoutes: Sendable {
    static let messageField = "mensaje"

    let room: StaffRoom
    let messages: MessagePorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.messages.path, use: show)
        router.post(PagePattern.messages.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .messages)
        return try await page(visitor, note: nil, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .messages)
        let form = try await room.gate.form(request, of: visitor)
        guard let id = form[Self.messageField].flatMap({ try? MessageID(reading: $0) }) else {
            throw WebFault.unreadable
        }
        try await messages.channels.noteRetry(id, by: visitor)
        let isTaken = try await messages.outbox.retry(id, at: room.clock())
        return try await page(visitor, note: isTaken ? .retried : .gone, request)
    }

    private func page(
        _ visitor: Visitor, note: MessagesText?, _ request: Request
    ) async throws -> Response {
        let outbox = messages.outbox
        var model = MessagesModel(
            now: room.clock(), kinds: messages.kinds, counts: try await outbox.count(),
            failed: try await outbox.messages(.failed, most: MessagesModel.most),
            waiting: try await outbox.messages(.waiting, most: MessagesModel.mostAtRest),
            delivered: try await outbox.messages(.delivered, most: MessagesModel.mostAtRest))
        model.note = note
        let head = room.head(visitor, on: .messages)
        return MessagesView(model: model, head: head, texts: room.site.texts).document.response(
            note == .gone ? .conflict : .ok, room.site, request)
    }
}
