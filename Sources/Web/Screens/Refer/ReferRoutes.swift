import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Referring a case: choose, look at who will see what, send. All referrals of one act or none.
struct ReferRoutes: Sendable {
    let room: StaffRoom
    let bell: QueueBell

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseRefer.path, use: show)
        router.post(PagePattern.caseRefer.path, use: goOn)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseRefer)
        let model = try await model(CaseDoor.id(context), for: visitor)
        return choose(model, FormFields(values: [:]), nil, request)
    }

    @Sendable func goOn(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseRefer)
        let fields = try await room.gate.form(request, of: visitor)
        let id = try CaseDoor.id(context)
        let model = try await model(id, for: visitor)
        guard let stage = fields[ReferField.stage].flatMap(ReferStage.init) else { throw WebFault.unreadable }
        if stage == .choose { return choose(model, fields, nil, request) }
        let referrals: [CaseAct.NewReferral]
        do {
            referrals = try ReferReading(fields: fields, model: model).referrals()
        } catch {
            if stage == .send, await isSent(fields, model) { return room.seeOther(.caseFile(id)) }
            return choose(model, fields, error, request)
        }
        if stage == .check { return check(model, referrals, fields, nil, request) }
        do {
            let done = try await room.ports.desk.perform(
                .refer(referrals), on: id, seen: ActReading(fields).seen, by: visitor.acting)
            _ = await CaseKeys(room: room).settle(id, by: visitor)
            await bell.ring(done.municipality)
            return room.seeOther(.caseFile(id))
        } catch {
            return check(model, referrals, fields, error, request)
        }
    }

    /// Whether every referral of the form stands already: the same form sent twice is one act.
    private func isSent(_ fields: FormFields, _ model: ReferModel) async -> Bool {
        let ids = fields.values.filter { $0.key.hasPrefix(ReferField.chosen("")) && $0.value == "yes" }
            .map { ReferField.id(String($0.key.dropFirst(ReferField.chosen("").count))) }
            .map { fields[$0].flatMap { try? ReferralID(reading: $0) } }
        return !ids.isEmpty
            && ids.allSatisfy { id in id.map { model.scene.state.referral($0) != nil } ?? false }
    }

    private func model(_ id: CaseID, for visitor: Visitor) async throws -> ReferModel {
        let scene = try await CaseDoor(room: room).scene(id, for: visitor)
        guard scene.may(.refer) else { throw WebFault.notFound }
        return ReferModel(scene, under: room.ports.rules())
    }

    private func choose(
        _ model: ReferModel, _ fields: FormFields, _ misread: ReferReading.Misread?, _ request: Request
    ) -> Response {
        let random = room.random
        let view = ReferView(
            model: model, head: room.head(model.scene.visitor, on: .queue), typed: fields,
            outcome: misread.map { note($0, model.scene) }, wrongStep: misread?.wrongStep,
            drawn: { ReferralID(random: random.bytes(ReportID.digits / 2)) })
        return view.document.response(misread == nil ? .ok : .unprocessableContent, room.site, request)
    }

    private func check(
        _ model: ReferModel, _ referrals: [CaseAct.NewReferral], _ fields: FormFields,
        _ failure: DeskFailure?, _ request: Request
    ) -> Response {
        let note = failure.map { OutcomeNote(failure: $0, names: model.scene.names) }
        // Read again after a refusal, the form hangs on the version that stands now.
        var values = fields.values
        values[ActForm.seenField] = String(model.scene.state.version)
        let view = ReferCheckView(
            model: model, referrals: referrals, head: room.head(model.scene.visitor, on: .queue),
            typed: FormFields(values: values), outcome: note?.html)
        return view.document.response(note?.status ?? .ok, room.site, request)
    }

    private func note(_ misread: ReferReading.Misread, _ scene: CaseScene) -> HTML {
        let words = Words<ReferText>(scene.texts)
        return """
            <div class="note late" role="alert"><h2>\(scene.texts[DeskText.refusedTitle])</h2>\
            <p>\(words[misread.key])</p><p>\(scene.texts[DeskText.kept])</p></div>
            """
    }
}

extension ReferReading.Misread {
    /// The words that say what is wrong.
    fileprivate var key: ReferText {
        switch self {
        case .nothingChosen: .wrongNothing
        case .step, .person: .wrongStep
        case .reason: .wrongReason
        }
    }

    /// The step to be marked; nil where it is none.
    fileprivate var wrongStep: String? {
        switch self {
        case .step(let step), .reason(let step): step
        case .nothingChosen, .person: nil
        }
    }
}
