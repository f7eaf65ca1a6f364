import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The page of a case, and the address to which its forms send acts.
struct CaseRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseFile.path, use: show)
        router.post(PagePattern.caseActs.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseFile)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        return await page(scene, nil, .ok, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseActs)
        let id = try CaseDoor.id(context)
        let fields = try await room.gate.form(request, of: visitor)
        let done: CaseState
        do {
            done = try await CaseActor(room: room).perform(fields, on: id, by: visitor)
        } catch {
            return try await refused(error, fields, id, visitor, request)
        }
        await CallNote(room: room).note(fields, in: done, by: visitor)
        let news = await CaseKeys(room: room).settle(id, by: visitor)
        if news != .settled, let told = await told(news, fields, id, visitor, request) { return told }
        return room.seeOther(Self.next(fields, id))
    }

    /// Where somebody goes after an act: back to where they asked for it.
    private static func next(_ fields: FormFields, _ id: CaseID) -> Page {
        switch fields[ActField.back.rawValue].flatMap(CaseScene.Back.init) {
        case .queue: return .plain(.queue)
        case .person:
            if let text = fields[ActField.person.rawValue], let person = try? PersonID(reading: text) {
                return .casePerson(id, person)
            }
            return .caseFile(id)
        case .caseFile, nil: return .caseFile(id)
        }
    }

    /// The page again with the reason and with everything that was typed.
    private func refused(
        _ failure: CaseActFailure, _ fields: FormFields, _ id: CaseID, _ visitor: Visitor, _ request: Request
    ) async throws -> Response {
        let memory = FormMemory(fields, wrong: failure.wrong)
        let scene = try await CaseDoor(room: room).scene(id, for: visitor, memory: memory)
        let note = failure.note(scene.names)
        return await again(scene, note.html, note.status, fields, request)
    }

    /// The page after an act whose keys are not all given yet; nil where the case is no longer the visitor's.
    private func told(
        _ news: CaseKeys.News, _ fields: FormFields, _ id: CaseID, _ visitor: Visitor, _ request: Request
    ) async -> Response? {
        guard let scene = try? await CaseDoor(room: room).scene(id, for: visitor) else { return nil }
        return await again(scene, KeysNote(news: news, scene: scene).html, .ok, fields, request)
    }

    /// The page on which the act was asked for, with a note.
    private func again(
        _ scene: CaseScene, _ note: HTML?, _ status: HTTPResponse.Status, _ fields: FormFields,
        _ request: Request
    ) async -> Response {
        if fields[ActField.back.rawValue] == CaseScene.Back.person.rawValue,
            let text = fields[ActField.person.rawValue], let person = try? PersonID(reading: text),
            let view = PersonView(
                scene: scene, person: person, head: room.head(scene.visitor, on: .queue), outcome: note)
        {
            return view.document.response(status, room.site, request)
        }
        return await page(scene, note, status, request)
    }

    private func page(
        _ scene: CaseScene, _ outcome: HTML?, _ status: HTTPResponse.Status, _ request: Request
    ) async -> Response {
        let head = await room.heedfulHead(scene.visitor, on: .queue)
        return CaseFileView(scene: scene, head: head, outcome: outcome, drawn: room.drawnID())
            .document.response(status, room.site, request)
    }
}
