import CaseRegister
import HTTPTypes
import Hummingbird

/// The page of one person of a case.
struct PersonRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.casePerson.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .casePerson)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        guard let text = context.parameters.get("person"), let id = try? PersonID(reading: text),
            let view = PersonView(scene: scene, person: id, head: room.head(visitor, on: .queue))
        else { throw WebFault.notFound }
        return view.document.response(.ok, room.site, request)
    }
}
