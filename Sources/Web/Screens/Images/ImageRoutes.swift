import Access
import CaseRegister
import Documents
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import ReferralDomain

/// The images of a case: attached where a duty asks for one, and opened one at a time, each with its leaf in the log.
struct ImageRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseImages.path, use: list)
        router.post(PagePattern.caseImages.path, use: attach)
        router.post(PagePattern.caseImage.path, use: reveal)
    }

    @Sendable func list(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseImages)
        let scene = try await scene(context, visitor)
        return try await page(scene, ImageForm(id: room.drawnID()), nil, request)
    }

    /// Keeps what was sent, once it was drawn anew; whatever is refused, the form comes back as it was filled in.
    @Sendable func attach(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseImages)
        let upload = try await room.gate.upload(
            request, of: visitor, file: [ImageForm.fileField], most: ImageLimits.bytes)
        let scene = try await scene(context, visitor)
        let form = ImageForm(upload.fields, otherwise: room.drawnID())
        do throws(ImageFailure) {
            try await keep(upload, as: form, in: scene)
            return room.seeOther(.caseImages(scene.id))
        } catch {
            return try await page(scene, form, error, request)
        }
    }

    private func keep(
        _ upload: UploadedForm, as form: ImageForm, in scene: CaseScene
    ) async throws(ImageFailure) {
        guard let ports = room.ports.vault, let door = ports.images else { throw .image(.notInstalled) }
        guard scene.may(.seal) else { throw .notNow }
        // The whole of a form that was cut off is not known: its words are judged last.
        if upload.problem == .broken { throw .broken }
        let draft = try form.draft(in: scene)
        let holder = CaseKeys.holder(scene.visitor)
        let known: SealedImage.Card?
        do {
            known = try await ports.vault.attached(draft.id, of: scene.id, by: holder)
        } catch { throw .vault(error) }
        if known != nil { return }
        switch upload.problem {
        case .tooLarge: throw .image(.tooLarge)
        case .several: throw .several
        case .broken, nil: break
        }
        let picture: PlainJPEG
        do { picture = try await door.plain(upload.file) } catch { throw .image(error) }
        do {
            let receivers = try await CaseKeys(room: room).receivers(
                of: draft.compartment, for: draft.person, on: scene.id, by: scene.visitor)
            _ = try await ports.vault.attach(
                picture.bytes, note: form.note, as: draft, by: holder, for: receivers)
        } catch let failure as CaseActFailure {
            throw .act(failure)
        } catch let fault as VaultFault {
            throw .vault(fault)
        } catch { throw .vault(.notHeld) }
    }

    /// Opens one picture or its note, with a reason and a fresh second factor like every sealed text.
    @Sendable func reveal(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseImage)
        let form = try await room.gate.form(request, of: visitor)
        let scene = try await scene(context, visitor)
        guard let id = form[ImageForm.idField].flatMap({ try? ImageID(reading: $0) }),
            let card = try await cards(scene).first(where: { $0.id == id })
        else { throw WebFault.notFound }
        let reason = form[ActField.reason.rawValue]
        guard let reason, scene.names.options(of: RevealForm.list).contains(where: { $0.id == reason }) else {
            return try await page(scene, ImageForm(id: room.drawnID()), .vault(.unknownReason), request)
        }
        let stepUp = StepUp(
            room: room, pattern: .caseImage, action: .caseImage(scene.id),
            carried: [ImageForm.idField, ActField.reason.rawValue, ImageForm.noteField],
            back: .caseImages(scene.id))
        switch try await stepUp.check(request, form, visitor) {
        case .asked(let response): return response
        case .fresh(let visitor):
            let opening = ImageOpening(
                card: card, reason: reason, isNote: form[ImageForm.noteField] != nil, visitor: visitor)
            return try await open(opening, scene, request)
        }
    }

    private func open(
        _ opening: ImageOpening, _ scene: CaseScene, _ request: Request
    ) async throws -> Response {
        let card = opening.card
        do throws(VaultFault) {
            guard let vault = room.ports.vault?.vault, !isLost(card, in: scene, vault) else { throw .notHeld }
            let holder = CaseKeys.holder(opening.visitor)
            if opening.isNote {
                let note = try await vault.revealImageNote(
                    card.id, of: scene.id, because: opening.reason, by: holder)
                let words = Words<ImageText>(scene.texts)
                return OneLook(
                    scene: scene, revealed: note, head: room.head(opening.visitor, on: .caseImages),
                    back: .caseImages(scene.id),
                    title: words[.noteTitle, ["code": scene.state.reference?.text ?? ""]],
                    wayBack: words[.back]
                ).response(room.site, request)
            }
            let image = try await vault.revealImage(
                card.id, of: scene.id, because: opening.reason, by: holder)
            return Self.picture(image.bytes)
        } catch {
            return try await page(scene, ImageForm(id: room.drawnID()), .vault(error), request)
        }
    }

    /// Whether another body answers for the person by now, and the own one may not open this part any more.
    private func isLost(_ card: SealedImage.Card, in scene: CaseScene, _ vault: Vault) -> Bool {
        let institution = scene.acting.institution
        return vault.policy.lostAtHandOver(institution).contains(card.compartment)
            && scene.state.person(card.person)?.wasHandedOver(from: institution) ?? true
    }

    /// A picture that a browser shows and nothing more: it runs nothing, keeps nothing and is nobody's page.
    private static func picture(_ bytes: [UInt8]) -> Response {
        var headers: HTTPFields = [
            .contentType: "image/jpeg", .cacheControl: "no-store", .contentDisposition: "inline",
        ]
        if let policy = HTTPField.Name("Content-Security-Policy") {
            headers[policy] = "sandbox; default-src 'none'"
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The images that exist for the visitor.
    private func cards(_ scene: CaseScene) async throws -> [SealedImage.Card] {
        guard let vault = room.ports.vault?.vault else { return [] }
        do {
            return try await vault.images(of: scene.id).filter { scene.showsSealed($0.compartment) }
        } catch { throw WebFault.broken }
    }

    private func page(
        _ scene: CaseScene, _ form: ImageForm, _ failure: ImageFailure?, _ request: Request
    ) async throws -> Response {
        let view = ImagesView(
            scene: scene, cards: try await cards(scene), form: form, failure: failure,
            head: room.head(scene.visitor, on: .caseImages))
        return view.document.response(failure?.status ?? .ok, room.site, request)
    }

    private func scene(_ context: BasicRequestContext, _ visitor: Visitor) async throws -> CaseScene {
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        guard scene.relation == .owner || scene.relation == .receiver else { throw WebFault.notFound }
        return scene
    }
}

/// What is opened, why and by whom.
private struct ImageOpening {
    let card: SealedImage.Card
    let reason: String
    let isNote: Bool
    /// With a fresh second factor.
    let visitor: Visitor
}
