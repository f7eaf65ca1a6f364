import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain
import Sealing

/// Entering and leaving.
struct EnterRoutes: Sendable {
    static let accountField = "cuenta"
    static let passphraseField = "clave"
    static let codeField = "codigo"
    static let sharedField = "compartido"

    let room: StaffRoom
    let accounts: AccountPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.enter.path, use: ask)
        router.post(PagePattern.enter.path, use: enter)
        router.post(PagePattern.leave.path, use: leave)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        respond(EnterModel(), .ok, request)
    }

    @Sendable func enter(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let form = try await FormFields(of: request)
        let carried = CarriedForm(carriedIn: form)
        let credentials = Credentials(
            account: form[Self.accountField] ?? "", passphrase: form[Self.passphraseField] ?? "",
            code: form[Self.codeField] ?? "", isShared: form[Self.sharedField] != nil)
        do {
            let entered = try await accounts.entrance.enter(
                credentials, from: Self.address(of: request, room.site.settings))
            return try await welcome(entered, carried, request)
        } catch let refusal as EntryRefusal {
            let model = EnterModel(
                account: credentials.account, isShared: credentials.isShared, problem: .init(refusal),
                carried: carried)
            return refused(refusal, model, request)
        }
    }

    @Sendable func leave(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .leave)
        _ = try await room.gate.form(request, of: visitor)
        if let stay = try await StayCheck(room: room).view(for: visitor) {
            return stay.document.response(.conflict, room.site, request)
        }
        try await accounts.sessions.end(visitor.session, of: visitor.acting.account)
        var response = room.seeOther(.plain(.enter))
        response.headers[.setCookie] = Gate.cookie(holding: "", room.site.settings) + "; Max-Age=0"
        if let name = HTTPField.Name("Clear-Site-Data") {
            response.headers[name] = "\"cache\", \"cookies\", \"storage\""
        }
        return response
    }

    /// The address that a proxy of ours names; without one nobody trustworthy says it.
    static func address(of request: Request, _ settings: WebSettings) -> String? {
        guard settings.isReachedByHTTPS, let name = HTTPField.Name("X-Forwarded-For") else { return nil }
        let last = request.headers[name]?.split(separator: ",").last.map { $0.filter { $0 != " " } }
        return last.map { String($0.prefix(45)) }
    }

    private func welcome(
        _ entered: Entrance.Entered, _ carried: CarriedForm?, _ request: Request
    ) async throws -> Response {
        var response = room.seeOther(.plain(HomePage.of(entered.role)))
        if let carried, let visitor = try await accounts.sessions.visitor(holding: entered.token.text) {
            response = ResumeView(form: carried, formToken: visitor.formToken, texts: room.site.texts)
                .document.response(.ok, room.site, request)
        }
        response.headers[.setCookie] = Gate.cookie(holding: entered.token.text, room.site.settings)
        return response
    }

    private func refused(_ refusal: EntryRefusal, _ model: EnterModel, _ request: Request) -> Response {
        switch refusal {
        case .refused: return respond(model, .unprocessableContent, request)
        case .fault(let fault):
            room.logger.error("entry not read", metadata: ["fault": "\(fault)"])
            return respond(model, .serviceUnavailable, request)
        case .wait(let seconds):
            var response = respond(model, .tooManyRequests, request)
            response.headers[.retryAfter] = String(seconds)
            return response
        case .busy:
            var response = respond(model, .tooManyRequests, request)
            response.headers[.retryAfter] = "5"
            return response
        }
    }

    private func respond(_ model: EnterModel, _ status: HTTPResponse.Status, _ request: Request) -> Response {
        EnterView(model: model, texts: room.site.texts).document.response(status, room.site, request)
    }
}
