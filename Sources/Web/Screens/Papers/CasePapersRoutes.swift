import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The papers of one case, for whoever owns it and for whoever received it.
struct CasePapersRoutes: Sendable {
    static let referralField = "derivacion"

    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.casePapers.path, use: list)
        router.get(PagePattern.casePaper.path, use: show)
        router.post(PagePattern.casePaper.path, use: fill)
    }

    @Sendable func list(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .casePapers)
        let scene = try await scene(context, visitor)
        let view = CasePapersView(scene: scene, head: room.head(visitor, on: .casePapers))
        return view.document.response(.ok, room.site, request)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .casePaper)
        let scene = try await scene(context, visitor)
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        return try await answer(request, context, scene, fields, LetterForm())
    }

    /// What was filled in travels in the form and is kept nowhere; the paper is shown again with it.
    @Sendable func fill(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .casePaper)
        let form = try await room.gate.form(request, of: visitor)
        let scene = try await scene(context, visitor)
        let query = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        let fields = FormFields(values: query.values.merging(form.values) { $1 })
        return try await answer(request, context, scene, fields, LetterForm(form))
    }

    private func answer(
        _ request: Request, _ context: BasicRequestContext, _ scene: CaseScene, _ fields: FormFields,
        _ letter: LetterForm
    ) async throws -> Response {
        guard let asked = context.parameters.get("paper").flatMap(CasePaper.init) else {
            throw WebFault.notFound
        }
        let paper: Paper
        switch asked {
        case .ficha: paper = FichaPaper(scene: scene).paper
        case .letter:
            guard scene.relation == .owner else { throw WebFault.notFound }
            paper =
                LetterPaper(
                    scene: scene, referral: try Self.referral(fields, scene), form: letter,
                    formToken: scene.visitor.formToken
                ).paper
        case .delivery:
            let referral = try Self.referral(fields, scene)
            let receipts = try await room.ports.loop?.receipts.receipts(of: referral.id, in: scene.id)
            paper = DeliveryPaper(scene: scene, referral: referral, receipt: receipts?.last).paper
        }
        try await log(asked, scene)
        return await PaperDesk(site: room.site).response(paper, asFile: Paper.isFileWanted(fields), request)
    }

    /// Who took a paper out stands in the log before it leaves (DS 016-2024-JUS, art. 46: exporting).
    private func log(_ paper: CasePaper, _ scene: CaseScene) async throws {
        do {
            try await ControlLog(room: room).note(
                .paperMade, on: scene.id, about: [paper.rawValue], by: scene.visitor)
        } catch { throw WebFault.broken }
    }

    private func scene(_ context: BasicRequestContext, _ visitor: Visitor) async throws -> CaseScene {
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        guard scene.relation == .owner || scene.relation == .receiver else { throw WebFault.notFound }
        return scene
    }

    /// The referral that a paper is about, where the visitor may know it; both else look the same.
    private static func referral(_ fields: FormFields, _ scene: CaseScene) throws -> Referral {
        guard let id = fields[referralField].flatMap({ try? ReferralID(reading: $0) }),
            let referral = scene.referrals.first(where: { $0.id == id })
        else { throw WebFault.notFound }
        return referral
    }
}
