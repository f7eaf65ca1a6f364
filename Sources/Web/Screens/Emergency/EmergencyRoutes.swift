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
    /// Three signed tries an hour and account, whether the case exists or not.
    let limit: AttemptLimit

    init(room: StaffRoom, accounts: AccountPorts) {
        self.room = room
        self.accounts = accounts
        limit = AttemptLimit(
            .emergency, in: room.ports.attempts, most: 3, windowMilliseconds: AttemptName.longestWindow)
    }

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
            _ = try await opened(id, model.reason, fields, visitor, request)
            _ = await CaseKeys(room: room).settle(id, by: visitor)
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
        do throws(EmergencyFailure) {
            let second = try await second(fields, visitor, request)
            return try await opened(id, with: second, because: reason, visitor)
        } catch {
            try await note(.emergencyRefused, on: id, because: error.word, by: visitor)
            throw error
        }
    }

    /// Who answers for the access beside the visitor.
    private func second(
        _ fields: FormFields, _ visitor: Visitor, _ request: Request
    ) async throws(EmergencyFailure) -> ActorID {
        let account = visitor.acting.account.text
        let now = room.clock()
        guard
            try await counted({ () async throws(JournalFault) in
                try await limit.mayTry(from: account, at: now)
            })
        else { throw .tooOften }
        let second: Account
        do throws(SignatureFailure) {
            second = try await SecondSignature(accounts, request, room.site.settings).account(
                fields, beside: visitor, on: .caseEmergency)
        } catch { throw .signature(error) }
        // Counted with the signature, so that a mistyped code costs nothing and a probe does.
        guard
            try await counted({ () async throws(JournalFault) in
                try await limit.take(by: account, at: now)
            })
        else { throw .tooOften }
        return second.id
    }

    /// Where tries cannot be counted, nothing is opened.
    private func counted(
        _ question: () async throws(JournalFault) -> Bool
    ) async throws(EmergencyFailure) -> Bool {
        do { return try await question() } catch { throw .broken }
    }

    /// Looks first whether the register would refuse, so that the log says what really came of it.
    private func opened(
        _ id: CaseID, with second: ActorID, because reason: String, _ visitor: Visitor
    ) async throws(EmergencyFailure) -> CaseState {
        let act = CaseAct.breakGlass(approvedBy: second, reason: reason)
        let state: CaseState
        do { state = CaseState(after: try await room.ports.journal.history(of: id)) } catch { throw .broken }
        let decision = Decision(
            state: state, id: id, by: visitor.acting, at: room.clock(), rules: room.ports.rules())
        guard decision.outcome(of: act).refusal == nil else { throw .refused }
        try await note(.emergencyOpened, on: id, with: second, because: reason, by: visitor)
        do {
            return try await room.ports.desk.perform(act, on: id, by: visitor.acting)
        } catch {
            switch error {
            case .refused: throw .refused
            case .fault: throw .broken
            }
        }
    }

    /// What is not logged is not done.
    private func note(
        _ action: ControlAction, on id: CaseID, with second: ActorID? = nil, because reason: String,
        by visitor: Visitor
    ) async throws(EmergencyFailure) {
        do throws(JournalFault) {
            try await ControlLog(room: room).note(action, on: id, with: second, because: reason, by: visitor)
        } catch { throw .broken }
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
