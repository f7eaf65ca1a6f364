import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The own account: list and end sessions, freshen the second factor, change the passphrase, invite.
struct AccountRoutes: Sendable {
    static let verbField = "hacer"
    static let sessionField = "sesion"
    static let secretField = "secreto"
    static let passphraseField = "clave"
    static let roleField = "papel"
    static let accountField = "cuenta"
    static let addressField = "donde"

    /// What the forms ask for.
    enum Verb: String, Sendable {
        case endSession = "cerrar"
        case stepUp = "confirmar"
        case passphrase = "cambiar"
        case invite = "invitar"
        case inviteAgain = "invitar-otra-vez"
        case endAccount = "terminar"
        case endSessions = "cerrar-todas"
        case recovery = "llave"
        case wake = "avisar"
        case stopWaking = "no-avisar"
    }

    let room: StaffRoom
    let accounts: AccountPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.account.path, use: show)
        router.post(PagePattern.account.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .account)
        return try await page(visitor, AccountActing.Result(), request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .account)
        let form = try await room.gate.form(request, of: visitor)
        guard let token = Gate.token(request, room.site.settings) else { throw WebFault.mustEnter }
        if Self.leaves(form, visitor), let stay = try await StayCheck(room: room).view(for: visitor) {
            return stay.document.response(.conflict, room.site, request)
        }
        let acting = AccountActing(
            accounts: accounts, visitor: visitor, token: token,
            address: EnterRoutes.address(of: request, room.site.settings))
        if let result = try await waking(form, visitor) { return try await page(visitor, result, request) }
        return try await page(visitor, await acting.own(form), request)
    }

    /// What a form about the browsers of the account asks for; nil for another form.
    private func waking(_ form: FormFields, _ visitor: Visitor) async throws -> AccountActing.Result? {
        let verb = form[Self.verbField].flatMap(Verb.init)
        guard let desk = push(for: visitor)?.desk, verb == .wake || verb == .stopWaking else { return nil }
        if verb == .stopWaking {
            try await desk.removeAll(by: visitor)
            return AccountActing.Result(outcome: .wakes(false))
        }
        let isAdded = try await desk.add(form[Self.addressField] ?? "", by: visitor)
        return AccountActing.Result(outcome: isAdded ? .wakes(true) : .wakeFailed)
    }

    private func shown(_ push: PushPorts?, _ visitor: Visitor) async throws -> AccountModel.Push? {
        guard let push else { return nil }
        return AccountModel.Push(key: push.publicKey, count: try await push.desk.count(of: visitor))
    }

    /// Whoever may be told by the unit's addresses may be woken.
    private func push(for visitor: Visitor) -> PushPorts? {
        room.head(visitor, on: .account).leads(to: .channels) ? room.ports.messages?.push : nil
    }

    /// Whether the form ends the session that it was sent from: that is leaving, by another door.
    private static func leaves(_ form: FormFields, _ visitor: Visitor) -> Bool {
        form[verbField] == Verb.endSession.rawValue && form[sessionField] == visitor.session
    }

    private func page(
        _ visitor: Visitor, _ result: AccountActing.Result, _ request: Request
    ) async throws -> Response {
        let model = AccountModel(
            account: visitor.acting.account, session: visitor.session,
            sessions: try await accounts.sessions.list(of: visitor.acting.account),
            roles: InvitationRule.roles(
                invitedBy: visitor.acting.role, in: visitor.acting.institution),
            printsKey: InvitationRule.mayPrintKey(visitor.acting.role, in: visitor.acting.institution),
            push: try await shown(push(for: visitor), visitor),
            outcome: result.outcome,
            made: result.made)
        let status: HTTPResponse.Status = result.outcome?.isGood ?? true ? .ok : .unprocessableContent
        let head = await room.heedfulHead(visitor, on: .account)
        return AccountView(model: model, head: head, texts: room.site.texts).document.response(
            status, room.site, request)
    }
}
