import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain
import Sealing

/// Opens one sealed field for one look, once the log says who looks and why.
struct RevealRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(PagePattern.caseReveal.path, use: reveal)
    }

    @Sendable func reveal(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseReveal)
        let form = try await room.gate.form(request, of: visitor)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        let asked = try Self.asked(form, in: scene)
        guard let reason = asked.reason else { return page(scene, asked, .unknownReason, request) }
        let stepUp = StepUp(
            room: room, pattern: .caseReveal, action: .caseReveal(scene.id),
            carried: [ActField.person, .sealedField, .reason].map(\.rawValue) + [Paper.formatField],
            back: .casePerson(scene.id, asked.person.id))
        switch try await stepUp.check(request, form, visitor) {
        case .asked(let response): return response
        case .fresh(let visitor):
            if form[Paper.formatField] == IdentityPaper.format, asked.field.compartment == .identity {
                return await sheet(asked, reason, scene, visitor, request)
            }
            return await open(asked, reason, scene, visitor, request)
        }
    }

    /// What a form wants to see.
    private struct Asked {
        let person: PersonState
        let field: PersonState.SealedField
        /// Nil where it is none of the list.
        let reason: String?
    }

    /// What is asked for, where it is there and the visitor may know of it; both else look the same.
    private static func asked(_ form: FormFields, in scene: CaseScene) throws -> Asked {
        guard let id = form[ActField.person.rawValue].flatMap({ try? PersonID(reading: $0) }),
            let person = scene.state.person(id), scene.shows(.people),
            let field = person.sealed.first(where: { $0.field == form[ActField.sealedField.rawValue] }),
            scene.showsSealed(field.compartment)
        else { throw WebFault.notFound }
        let reason = form[ActField.reason.rawValue]
        let isListed = scene.names.options(of: RevealForm.list).contains { $0.id == reason }
        return Asked(person: person, field: field, reason: isListed ? reason : nil)
    }

    /// Opens every field of the identity, each with a leaf of its own, onto one sheet; all of them or none.
    private func sheet(
        _ asked: Asked, _ reason: String, _ scene: CaseScene, _ visitor: Visitor, _ request: Request
    ) async -> Response {
        guard let vault = room.ports.vault?.vault,
            !asked.person.wasHandedOver(from: visitor.acting.institution)
                || !vault.policy.lostAtHandOver(visitor.acting.institution).contains(.identity)
        else { return page(scene, asked, .notHeld, request) }
        if asked.person.isShredded { return page(scene, asked, .shredded, request) }
        var lines: [IdentityPaper.Line] = []
        do {
            for field in asked.person.sealed where field.compartment == .identity {
                let place = VaultPlace(
                    case: scene.id, person: asked.person.id, field.compartment, field: field.field)
                let revealed = try await vault.revealWithLeaf(
                    field.envelope, at: place, because: reason, by: CaseKeys.holder(visitor))
                lines.append(.init(field: field.field, revealed: revealed))
            }
        } catch { return page(scene, asked, error, request) }
        let paper = IdentityPaper(scene: scene, person: asked.person.id, lines: lines).paper
        return await PaperDesk(site: room.site).response(paper, asFile: false, request)
    }

    private func open(
        _ asked: Asked, _ reason: String, _ scene: CaseScene, _ visitor: Visitor, _ request: Request
    ) async -> Response {
        guard let vault = room.ports.vault?.vault else { return page(scene, asked, .notHeld, request) }
        let lost = vault.policy.lostAtHandOver(visitor.acting.institution)
        if asked.person.isShredded { return page(scene, asked, .shredded, request) }
        if lost.contains(asked.field.compartment),
            asked.person.wasHandedOver(from: visitor.acting.institution)
        {
            return page(scene, asked, .notHeld, request)
        }
        do {
            let place = VaultPlace(
                case: scene.id, person: asked.person.id, asked.field.compartment, field: asked.field.field)
            let revealed = try await vault.revealWithLeaf(
                asked.field.envelope, at: place, because: reason, by: CaseKeys.holder(visitor))
            let words = Words<RevealText>(scene.texts)
            let title = words[
                .title,
                [
                    "person": scene.name(of: asked.person.id), "code": scene.state.reference?.text ?? "",
                ]]
            return OneLook(
                scene: scene, revealed: revealed, head: room.head(visitor, on: .queue),
                back: .casePerson(scene.id, asked.person.id), title: title,
                name: scene.names.code(asked.field.field, in: "fields"), wayBack: words[.back]
            ).response(room.site, request)
        } catch { return page(scene, asked, error, request) }
    }

    /// The page of the person again, with the reason why it stays closed.
    private func page(
        _ scene: CaseScene, _ asked: Asked, _ fault: VaultFault, _ request: Request
    ) -> Response {
        let view = PersonView(
            scene: scene, person: asked.person.id, head: room.head(scene.visitor, on: .queue),
            outcome: VaultNote(fault: fault, names: scene.names).html)
        guard let view else { return Response(status: .notFound) }
        return view.document.response(VaultNote.status(of: fault), room.site, request)
    }
}
