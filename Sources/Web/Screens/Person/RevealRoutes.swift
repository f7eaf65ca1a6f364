import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Opens one sealed field, with a reason: the log is written before the answer leaves.
struct RevealRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(PagePattern.caseReveal.path, use: reveal)
    }

    @Sendable func reveal(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseReveal)
        let fields = try await room.gate.form(request, of: visitor)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        let head = room.head(visitor, on: .queue)
        guard let id = fields[ActField.person.rawValue].flatMap({ try? PersonID(reading: $0) }),
            var view = PersonView(scene: scene, person: id, head: head),
            let field = view.person.sealed.last(where: {
                $0.field == fields[ActField.sealedField.rawValue] && view.shows($0.compartment)
            })
        else { throw WebFault.notFound }
        do {
            let text = try await open(
                field, of: id, in: scene, because: fields[ActField.reason.rawValue] ?? "", visitor)
            view.revealed = PersonView.Revealed(field: field.field, text: text)
            return view.document.response(.ok, room.site, request)
        } catch {
            view.outcome = VaultNote(fault: error, names: scene.names).html
            return view.document.response(VaultNote.status(of: error), room.site, request)
        }
    }

    private func open(
        _ field: PersonState.SealedField, of person: PersonID, in scene: CaseScene, because reason: String,
        _ visitor: Visitor
    ) async throws(VaultFault) -> String {
        guard let ports = room.ports.vault else { throw .notHeld }
        guard visitor.isSteppedUp(at: scene.now) else { throw .stepUpNeeded }
        let place = VaultPlace(case: scene.id, person: person, field.compartment, field: field.field)
        return try await ports.vault.reveal(
            field.envelope, at: place, because: reason, by: CaseKeys.holder(visitor))
    }
}
