import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The page on which the steps of a route are sent: choose, see who will see what, send.
struct ReferRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseRefer.path, use: show)
        router.post(PagePattern.caseRefer.path, use: go)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseRefer)
        let model = try await model(CaseDoor.id(context), visitor, nil)
        return page(model, model.standing.map { ReferNote(.refused($0), model).html }, .ok, request)
    }

    @Sendable func go(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseRefer)
        let id = try CaseDoor.id(context)
        let fields = try await room.gate.form(request, of: visitor)
        let model = try await model(id, visitor, fields)
        switch fields[ReferField.stage].flatMap(ReferField.Stage.init) ?? .check {
        case .change: return page(model, nil, .ok, request)
        case .check: return check(model, request)
        case .send: return try await send(model, fields, request)
        }
    }

    /// The page before sending; nothing is sent, and what could not be sent is said at once.
    private func check(_ model: ReferModel, _ request: Request) -> Response {
        if model.chosen.isEmpty { return refused(.noneChosen(model), model, request) }
        if let refusal = model.refusal { return refused(ReferNote(.refused(refusal), model), model, request) }
        return ReferCheckView(model: model, head: head(model)).document.response(.ok, room.site, request)
    }

    private func send(
        _ model: ReferModel, _ fields: FormFields, _ request: Request
    ) async throws -> Response {
        if model.chosen.isEmpty { return refused(.noneChosen(model), model, request) }
        if let refusal = model.formRefusal {
            return refused(ReferNote(.refused(refusal), model), model, request)
        }
        let seen = ActReading(fields).seen
        // Nothing leaves before somebody saw who will see what, and nothing else than what they saw.
        guard fields[ReferField.shown] == model.shown(at: seen) else { return check(model, request) }
        do {
            _ = try await room.ports.desk.perform(
                model.act, on: model.scene.id, seen: seen, by: model.scene.acting)
            _ = await CaseKeys(room: room).settle(model.scene.id, by: model.scene.visitor)
            return room.seeOther(.caseFile(model.scene.id))
        } catch {
            let fresh = try await self.model(model.scene.id, model.scene.visitor, fields)
            return refused(ReferNote(error, fresh), fresh, request)
        }
    }

    private func model(_ id: CaseID, _ visitor: Visitor, _ fields: FormFields?) async throws -> ReferModel {
        let scene = try await CaseDoor(room: room).scene(id, for: visitor)
        guard scene.mayEver(.refer) else { throw WebFault.notFound }
        var model = ReferModel(scene, room.ports.rules(), fields) { room.drawnID() }
        model.waiting = await CaseKeys(room: room).waiting(id)
        return model
    }

    private func refused(_ note: ReferNote, _ model: ReferModel, _ request: Request) -> Response {
        page(model, note.html, note.status, request)
    }

    private func page(
        _ model: ReferModel, _ outcome: HTML?, _ status: HTTPResponse.Status, _ request: Request
    ) -> Response {
        ReferView(model: model, head: head(model), outcome: outcome).document.response(
            status, room.site, request)
    }

    private func head(_ model: ReferModel) -> StaffHead { room.head(model.scene.visitor, on: .queue) }
}
