import Access
import CaseRegister
import HTTPTypes
import Hummingbird

/// By which addresses the visitor's unit wants to be told.
struct ChannelsRoutes: Sendable {
    static let channelField = "direccion"
    static let kindField = "via"
    static let addressField = "donde"
    static let audienceField = "a-quien"
    static let digitsField = "cifras"

    /// What the forms ask for.
    enum Verb: String, CaseIterable, Sendable {
        case add = "anadir"
        case verify = "comprobar"
        case first = "primero"
        case remove = "quitar"
    }

    let room: StaffRoom
    let messages: MessagePorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.channels.path, use: show)
        router.post(PagePattern.channels.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .channels)
        return try await page(visitor, nil, typed: "", request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .channels)
        let form = try await room.gate.form(request, of: visitor)
        guard let verb = form[ActForm.actField].flatMap(Verb.init),
            let id = form[Self.channelField].flatMap({ try? ChannelID(reading: $0) })
        else { throw WebFault.unreadable }
        var typed = ""
        let result: ChannelsModel.Result
        do {
            result = .done(try await done(verb, id, form, visitor))
        } catch let refusal as ChannelDesk.Refusal {
            result = .refused(ChannelsText.refusal(refusal))
            typed = form[Self.addressField] ?? ""
        } catch let refusal as OriginRefusal {
            result = .refused(.originWrong)
            typed = refusal.typed
        }
        return try await page(visitor, result, typed: typed, request)
    }

    private func done(
        _ verb: Verb, _ id: ChannelID, _ form: FormFields, _ visitor: Visitor
    ) async throws -> ChannelsText {
        let desk = messages.channels
        switch verb {
        case .add:
            guard let kind = form[Self.kindField].flatMap(ChannelKind.init), messages.kinds.contains(kind),
                let audience = form[Self.audienceField].flatMap(NoticeAudience.init)
            else { throw WebFault.unreadable }
            let typed = (form[Self.addressField] ?? "").filter { $0 != " " }
            if kind == .webhook, WebOrigin(of: typed).map(messages.origins.contains) != true {
                throw OriginRefusal(typed: typed)
            }
            try await desk.add(id, kind, typed, for: audience, by: visitor)
            return .added
        case .verify:
            try await desk.verify(id, digits: form[Self.digitsField] ?? "", by: visitor)
            return .proved
        case .first:
            try await desk.putFirst(id, by: visitor)
            return .changed
        case .remove:
            try await desk.remove(id, by: visitor)
            return .changed
        }
    }

    private func page(
        _ visitor: Visitor, _ result: ChannelsModel.Result?, typed: String, _ request: Request
    ) async throws -> Response {
        let model = ChannelsModel(
            channels: try await messages.channels.channels(of: visitor), kinds: messages.kinds,
            next: room.drawnID(), result: result, typed: String(typed.prefix(254)))
        let head = room.head(visitor, on: .channels)
        return ChannelsView(model: model, head: head, texts: room.site.texts).document.response(
            result?.status ?? .ok, room.site, request)
    }

    /// The house does not call programs there.
    private struct OriginRefusal: Error {
        let typed: String
    }
}
