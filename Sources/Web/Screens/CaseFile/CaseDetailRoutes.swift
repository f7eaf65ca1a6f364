import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Opens the detail of a report for one look, once the log says who looks and why.
struct CaseDetailRoutes: Sendable {
    let room: StaffRoom
    let app: AppSite

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(PagePattern.caseDetail.path, use: reveal)
    }

    @Sendable func reveal(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseDetail)
        let form = try await room.gate.form(request, of: visitor)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        // Whoever is not of the unit that it is sealed to learns nothing, not even that it is there.
        guard scene.relation == .owner, let record = scene.intake.record, record.detail != nil,
            record.unit == visitor.acting.unit
        else { throw WebFault.notFound }
        let reason = form[ActField.reason.rawValue]
        guard let reason, scene.names.options(of: RevealForm.list).contains(where: { $0.id == reason }) else {
            return page(scene, .unknownReason, request)
        }
        let stepUp = StepUp(
            room: room, pattern: .caseDetail, action: .caseDetail(scene.id),
            carried: [ActField.reason.rawValue], back: .caseFile(scene.id))
        switch try await stepUp.check(request, form, visitor) {
        case .asked(let response): return response
        case .fresh(let visitor): return await open(record, reason, scene, visitor, request)
        }
    }

    private func open(
        _ record: IntakeRecord, _ reason: String, _ scene: CaseScene, _ visitor: Visitor, _ request: Request
    ) async -> Response {
        guard let vault = room.ports.vault?.vault else { return page(scene, .notHeld, request) }
        do {
            let revealed = try await vault.revealDetail(
                of: record, because: reason, by: CaseKeys.holder(visitor))
            let title = Words<IntakeText>(scene.texts)[
                .detailTitle, ["code": scene.state.reference?.text ?? ""]]
            return OneLook(
                scene: scene, revealed: revealed, head: room.head(visitor, on: .queue),
                back: .caseFile(scene.id), title: title, wayBack: Words<RevealText>(scene.texts)[.back]
            ).response(room.site, request)
        } catch { return page(scene, error, request) }
    }

    /// The page of the case again, with the reason why it stays closed.
    private func page(_ scene: CaseScene, _ fault: VaultFault, _ request: Request) -> Response {
        CaseFileView(
            scene: scene, head: room.head(scene.visitor, on: .queue),
            outcome: VaultNote(fault: fault, names: scene.names).html, drawn: room.drawnID()
        ).document.response(VaultNote.status(of: fault), room.site, request)
    }
}
