import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The administration of accounts: list, invite, end, and a new paper key.
struct AccountsRoutes: Sendable {
    let room: StaffRoom
    let accounts: AccountPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.accounts.path, use: show)
        router.post(PagePattern.accounts.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .accounts)
        return try await page(visitor, AccountActing.Result(), request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .accounts)
        let form = try await room.gate.form(request, of: visitor)
        guard let token = Gate.token(request, room.site.settings) else { throw WebFault.mustEnter }
        let acting = AccountActing(
            accounts: accounts, visitor: visitor, token: token,
            address: EnterRoutes.address(of: request, room.site.settings))
        return try await page(visitor, await acting.administered(form), request)
    }

    private func page(
        _ visitor: Visitor, _ result: AccountActing.Result, _ request: Request
    ) async throws -> Response {
        var rows: [AccountsView.Row] = []
        for account in try await accounts.desk.accounts(as: visitor.acting) {
            let sessions = try await accounts.sessions.list(of: account.id)
            rows.append(AccountsView.Row(account: account, sessions: sessions.count))
        }
        let status: HTTPResponse.Status = result.outcome?.isGood ?? true ? .ok : .unprocessableContent
        return AccountsView(
            rows: rows,
            roles: InvitationRule.roles(invitedBy: .administrator, in: visitor.acting.institution),
            result: result, head: room.head(visitor, on: .accounts), texts: room.site.texts
        )
        .document.response(status, room.site, request)
    }
}
