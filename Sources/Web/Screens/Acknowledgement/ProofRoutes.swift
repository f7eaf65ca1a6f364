import Access
import CaseRegister
import HTML
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
        return try await page(visit, .nothing, nil, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visit = try await visit(request, context)
        let fields = try await room.gate.form(request, of: visit.visitor)
        let form = ProofForm(fields)
        guard let asked = ProofAct(rawValue: fields[ActForm.actField] ?? "") else {
            throw WebFault.unreadable
        }
        if asked == .signer { return try await reveal(fields, visit, request) }
        do {
            if let issued = try await perform(asked, form, visit, request) {
                return try await page(visit, issued, form, request)
            }
            _ = await CaseKeys(room: room).settle(visit.caseID, by: visit.visitor)
            // The page then shows what was signed: the code and the QR that the body can take along.
            return room.seeOther(.caseAcknowledgement(visit.caseID, visit.referral.id))
        } catch let error as AcknowledgementFailure {
            if case .desk(.refused(.unknown)) = error { throw WebFault.notFound }
            return try await page(visit, .failed(error, asked), form, request)
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
        case .signer: return nil
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
    ) async throws -> Response {
        let receipts = try await loop.receipts.receipts(of: visit.referral.id, in: visit.caseID)
        let model = ProofModel(
            head: room.head(visit.visitor, on: .caseAcknowledgement), visit: visit, outcome: outcome,
            form: form, receipts: receipts, now: room.clock())
        let view = ProofView(model: model, names: CatalogNames(room.site.catalog))
        var response = view.document.response(view.status, room.site, request)
        if case .signer = outcome, let refresh = HTTPField.Name("Refresh") {
            let back = Page.caseAcknowledgement(visit.caseID, visit.referral.id)
            response.headers[refresh] = "\(SignerView.shown);url=\(back.address.text)"
        }
        return response
    }

    /// Who acknowledged, once the log says who looks and why, and the visitor proved anew that it is them.
    private func reveal(_ fields: FormFields, _ visit: ProofVisit, _ request: Request) async throws
        -> Response
    {
        guard let proof = visit.referral.proof else { throw WebFault.notFound }
        let reason = fields[ActField.reason.rawValue] ?? ""
        let here = Page.caseAcknowledgement(visit.caseID, visit.referral.id)
        let isListed = CatalogNames(room.site.catalog).options(of: RevealForm.list).contains {
            $0.id == reason
        }
        guard isListed else { return try await page(visit, .locked(.unknownReason), nil, request) }
        let stepUp = StepUp(
            room: room, pattern: .caseAcknowledgement, action: here,
            carried: [ActForm.actField, ActField.reason.rawValue], back: here)
        switch try await stepUp.check(request, fields, visit.visitor) {
        case .asked(let response): return response
        case .fresh(let visitor):
            guard let vault = room.ports.vault?.vault else {
                return try await page(visit, .locked(.notHeld), nil, request)
            }
            do {
                let signer = try await vault.revealSigner(
                    of: proof, on: visit.referral.id, in: visit.caseID, because: reason,
                    by: CaseKeys.holder(visitor))
                return try await page(visit, .signer(signer), nil, request)
            } catch let fault as VaultFault {
                return try await page(visit, .locked(fault), nil, request)
            }
        }
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
