import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Where the control centre asks for an acknowledgement of a body without accounts, and writes it down.
struct ProofRoutes: Sendable {
    let room: StaffRoom
    let loop: LoopPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseAcknowledgement.path, use: show)
        router.post(PagePattern.caseAcknowledgement.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visit = try await visit(request, context)
        return page(visit, .nothing, nil, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visit = try await visit(request, context)
        let fields = try await room.gate.form(request, of: visit.visitor)
        let form = ProofForm(fields)
        guard let asked = ProofAct(rawValue: fields[ActForm.actField] ?? "") else {
            throw WebFault.unreadable
        }
        do {
            if let issued = try await perform(asked, form, visit, request) {
                return page(visit, issued, form, request)
            }
            _ = await CaseKeys(room: room).settle(visit.caseID, by: visit.visitor)
            return room.seeOther(.caseFile(visit.caseID))
        } catch {
            if case .desk(.refused(.unknown)) = error { throw WebFault.notFound }
            return page(visit, .failed(error, asked), form, request)
        }
    }

    /// What was handed out, to be shown once; nil where an acknowledgement was recorded.
    private func perform(
        _ asked: ProofAct, _ form: ProofForm, _ visit: ProofVisit, _ request: Request
    ) async throws(AcknowledgementFailure) -> ProofModel.Outcome? {
        let (acting, session) = (visit.visitor.acting, visit.visitor.session)
        let desk = loop.acknowledgements
        let `operator` = AcknowledgementDesk.Operator(acting, session: session)
        switch asked {
        case .link:
            let issued = try await desk.issueLink(
                for: visit.referral.id, in: visit.caseID, by: acting, session: session)
            return .link(address(of: issued.secret, request), code: issued.code)
        case .call:
            return .code(
                try await desk.issueCallCode(
                    for: visit.referral.id, in: visit.caseID, by: acting, session: session))
        case .spoken:
            _ = try await desk.readBack(
                form.typed, for: visit.referral.id, in: visit.caseID, by: form.card(withDocument: false),
                `operator`)
        case .paper:
            _ = try await desk.recordSignature(
                for: visit.referral.id, in: visit.caseID, by: form.card(withDocument: true), `operator`)
        }
        return nil
    }

    /// The whole link; the secret stands behind the `#`, which no browser sends.
    private func address(of secret: String, _ request: Request) -> String {
        let scheme = room.site.settings.isReachedByHTTPS ? "https" : "http"
        let host = request.head.authority ?? "localhost"
        return "\(scheme)://\(host)\(PagePattern.acknowledgement.rawValue)#\(secret)"
    }

    private func page(
        _ visit: ProofVisit, _ outcome: ProofModel.Outcome, _ form: ProofForm?, _ request: Request
    ) -> Response {
        let model = ProofModel(
            head: room.head(visit.visitor, on: .caseAcknowledgement), visit: visit, outcome: outcome,
            form: form)
        let view = ProofView(model: model, names: CatalogNames(room.site.catalog))
        return view.document.response(view.status, room.site, request)
    }

    private func visit(_ request: Request, _ context: BasicRequestContext) async throws -> ProofVisit {
        let visitor = try await room.gate.visitor(request, for: .caseAcknowledgement)
        guard let caseID = context.parameters.get("case").flatMap({ try? CaseID(reading: $0) }),
            let id = context.parameters.get("referral").flatMap({ try? ReferralID(reading: $0) })
        else { throw WebFault.notFound }
        do {
            let state = try await room.ports.desk.open(caseID, as: visitor.acting)
            guard let referral = state.referral(id), let reference = state.reference else {
                throw WebFault.notFound
            }
            return ProofVisit(visitor: visitor, caseID: caseID, reference: reference, referral: referral)
        } catch let failure as DeskFailure {
            if case .fault = failure { throw WebFault.broken }
            throw WebFault.notFound
        }
    }
}
