import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The emergency access to one case: a reason, and a second person who answers for it.
///
/// A case that does not exist and one that this visitor may never open give the same page and the same answer.
struct EmergencyRoutes: Sendable {
    let room: StaffRoom
    let accounts: AccountPorts
    let bell: QueueBell
    /// Three signed tries an hour and account, whether the case exists or not; kept in memory.
    let limit = AttemptLimit(most: 3, windowMilliseconds: 3_600_000)

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseEmergency.path, use: show)
        router.post(PagePattern.caseEmergency.path, use: open)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseEmergency)
        let id = try CaseDoor.id(context)
        if try await sees(id, visitor) { return room.seeOther(.caseFile(id)) }
        return page(EmergencyModel(id: id), visitor, .ok, request)
    }

    @Sendable func open(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseEmergency)
        let id = try CaseDoor.id(context)
        let fields = try await room.gate.form(request, of: visitor)
        // Sent twice, or by somebody who sees the case anyway: there is nothing to break.
        if try await sees(id, visitor) { return room.seeOther(.caseFile(id)) }
        var model = EmergencyModel(id: id, fields)
        do throws(EmergencyFailure) {
            let opened = try await opened(id, model.reason, fields, visitor, request)
            await bell.ring(opened.municipality)
            return room.seeOther(.caseFile(id))
        } catch {
            model.failure = error
            return page(model, visitor, error.status, request)
        }
    }

    private func opened(
        _ id: CaseID, _ reason: String, _ fields: FormFields, _ visitor: Visitor, _ request: Request
    ) async throws(EmergencyFailure) -> CaseState {
        let names = CatalogNames(room.site.catalog)
        guard names.options(of: EmergencyModel.reasons).contains(where: { $0.id == reason }) else {
            throw .reasonMissing
        }
        let account = visitor.acting.account.text
        let now = room.clock()
        guard await limit.mayTry(from: account, at: now) else { throw .tooOften }
        let second: Account
        do throws(SignatureFailure) {
            second = try await SecondSignature(accounts, request, room.site.settings).account(
                fields, beside: visitor, on: .caseEmergency)
        } catch { throw .signature(error) }
        // Counted with the signature, so that a mistyped code costs nothing and a probe does.
        guard await limit.take(by: account, at: now) else { throw .tooOften }
        do {
            return try await room.ports.desk.perform(
                .breakGlass(approvedBy: second.id, reason: reason), on: id, by: visitor.acting)
        } catch {
            switch error {
            case .refused: throw .refused
            case .fault: throw .broken
            }
        }
    }

    /// Whether the visitor may open the case as it is, an emergency access that has not run out among it.
    private func sees(_ id: CaseID, _ visitor: Visitor) async throws -> Bool {
        do {
            _ = try await CaseDoor(room: room).scene(id, for: visitor)
            return true
        } catch WebFault.notFound { return false }
    }

    private func page(
        _ model: EmergencyModel, _ visitor: Visitor, _ status: HTTPResponse.Status, _ request: Request
    ) -> Response {
        EmergencyView(
            model: model, head: room.head(visitor, on: .caseEmergency),
            names: CatalogNames(room.site.catalog)
        ).document.response(status, room.site, request)
    }
}
