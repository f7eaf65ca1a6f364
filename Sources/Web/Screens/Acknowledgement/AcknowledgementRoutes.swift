import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain
import Sealing

/// Acknowledgement with a one-time link, without an account.
///
/// The secret stands behind the `#` of the link, which no browser sends: it never reaches a log. The script
/// puts it into the form; without script it is pasted. Looking at the page uses nothing up.
struct AcknowledgementRoutes: Sendable {
    let room: StaffRoom
    let loop: LoopPorts
    /// Failures by address.
    let limit: AttemptLimit

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.acknowledgement.path, use: ask)
        router.post(PagePattern.acknowledgement.path, use: goOn)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        respond(.ask, request)
    }

    @Sendable func goOn(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let form = AcknowledgementForm(try await FormFields(of: request))
        let address = CallerAddress(request).text
        do {
            guard try await limit.mayTry(from: address, at: room.clock()) else {
                return respond(.limited, request)
            }
            let opened = try await loop.acknowledgements.open(form.secret)
            guard form.isAnswer, opened.isAnswerable else {
                return try await respond(to: opened, form, [], request)
            }
            guard let answer = form.answer, form.problems.isEmpty else {
                return try await respond(to: opened, form, form.problems, request)
            }
            let answered = try await loop.acknowledgements.answer(form.secret, answer, by: form.card)
            _ = await CaseKeys(room: room).settle(answered.caseID, as: Self.holder(of: answered))
            return try await respond(to: answered, form, [], request)
        } catch let failure as AcknowledgementFailure {
            return await respond(to: failure, from: address, request)
        } catch {
            room.logger.error("acknowledgement not taken", metadata: ["error": "\(type(of: error))"])
            return respond(.fault, request)
        }
    }

    /// Whoever holds a link has no keys; in the log they stand as the link of the body that was asked.
    private static func holder(of link: OpenedLink) -> KeyHolder {
        KeyHolder(link.acting, keys: nil)
    }

    /// The form of a referral that waits, or what stands.
    private func respond(
        to opened: OpenedLink, _ form: AcknowledgementForm, _ problems: [AcknowledgementText],
        _ request: Request
    ) async throws -> Response {
        let units = try await room.ports.units.units()
        let asker = opened.asker.map { unit in units.first { $0.id == unit }?.name ?? unit.text } ?? ""
        let about = AcknowledgementModel.About(
            opened, asker: asker, obligations: opened.obligations(under: room.ports.rules()))
        if opened.isAnswerable { return respond(.form(about, form, problems), request) }
        let receipts = try await loop.receipts.receipts(of: opened.referral.id, in: opened.caseID)
        let shown = receipts.filter { [.acknowledged, .accepted].contains($0.statement.kind) }
        return respond(.stands(about, shown), request)
    }

    private func respond(
        to failure: AcknowledgementFailure, from address: String, _ request: Request
    ) async -> Response {
        switch failure {
        case .unknown, .wrongCode, .noCode:
            do {
                try await limit.failed(from: address, at: room.clock())
            } catch {
                // Who could not be counted is told no more than that something failed.
                room.logger.error("a failed link was not counted", metadata: ["fault": "\(error)"])
                return respond(.fault, request)
            }
            return respond(.unknown, request)
        case .unsigned, .noKey, .desk(.refused):
            room.logger.error("acknowledgement refused")
            return respond(.fault, request)
        case .desk(.fault(let fault)):
            room.logger.error("acknowledgement not taken", metadata: ["fault": "\(fault)"])
            return respond(.fault, request)
        }
    }

    private func respond(_ model: AcknowledgementModel, _ request: Request) -> Response {
        let view = AcknowledgementView(
            model: model, names: CatalogNames(room.site.catalog), now: room.clock())
        return view.document.response(view.status, room.site, request)
    }
}
