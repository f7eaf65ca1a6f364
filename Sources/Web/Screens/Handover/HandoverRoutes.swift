import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The change of the shift: what goes on, and the signature of who takes it.
struct HandoverRoutes: Sendable {
    let room: StaffRoom
    let accounts: AccountPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.handover.path, use: show)
        router.post(PagePattern.handover.path, use: sign)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .handover)
        return try await page(visitor, nil, .ok, request)
    }

    @Sendable func sign(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .handover)
        let fields = try await room.gate.form(request, of: visitor)
        let form = HandoverForm(fields)
        let desk = HandoverDesk(room: room, visitor: visitor)
        if let sheet = try await desk.done(form) { return shown(sheet, visitor, request) }
        guard !form.chosen.isEmpty else {
            let attempt = HandoverModel.Attempt(form: form, problem: .nothingChosen)
            return try await page(visitor, attempt, .unprocessableContent, request)
        }
        let next: Account
        do throws(SignatureFailure) {
            next = try await SecondSignature(accounts, request, room.site.settings).account(
                fields, beside: visitor, on: .handover)
        } catch {
            let attempt = HandoverModel.Attempt(form: form, problem: .signature(error))
            return try await page(visitor, attempt, error.status, request)
        }
        let sheet = try await desk.handOver(form, to: next.id)
        return shown(sheet, visitor, request)
    }

    private func page(
        _ visitor: Visitor, _ attempt: HandoverModel.Attempt?, _ status: HTTPResponse.Status,
        _ request: Request
    ) async throws -> Response {
        let model = HandoverModel(
            cases: try await HandoverShift(room: room).cases(of: visitor), attempt: attempt, now: room.clock()
        )
        return HandoverView(
            model: model, head: room.head(visitor, on: .handover), names: CatalogNames(room.site.catalog)
        ).document.response(status, room.site, request)
    }

    /// Where nothing could be handed over the status says so too.
    private func shown(_ sheet: HandoverSheet, _ visitor: Visitor, _ request: Request) -> Response {
        let isDone = sheet.lines.contains { $0.outcome == .done || $0.outcome == .changed }
        return HandoverSheetView(
            sheet: sheet, head: room.head(visitor, on: .handover), texts: room.site.texts
        ).document.response(isDone ? .ok : .conflict, room.site, request)
    }
}
