import Access
import HTTPTypes
import Hummingbird

/// Accepting an invitation. Both halves travel in forms, never in an address.
struct InvitationRoutes: Sendable {
    static let linkField = "papel"
    static let spokenField = "voz"
    static let passphraseField = "clave"
    static let codeField = "codigo"

    let site: Site
    let accounts: AccountPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.invitation.path, use: ask)
        router.post(PagePattern.invitation.path, use: take)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        respond(InvitationModel(), .ok, request)
    }

    @Sendable func take(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let form = try await FormFields(of: request)
        var model = InvitationModel(
            link: form[Self.linkField] ?? "", spoken: form[Self.spokenField] ?? "")
        do {
            model.opened = try await accounts.desk.open(model.link, spoken: model.spoken)
            guard let passphrase = form[Self.passphraseField] else { return respond(model, .ok, request) }
            _ = try await accounts.desk.accept(
                model.link, spoken: model.spoken, passphrase: passphrase, code: form[Self.codeField] ?? "")
        } catch {
            model.problem = error
            return respond(model, .unprocessableContent, request)
        }
        return Response(
            status: .seeOther,
            headers: [.location: PagePattern.enter.rawValue, .cacheControl: "no-store"])
    }

    private func respond(
        _ model: InvitationModel, _ status: HTTPResponse.Status, _ request: Request
    ) -> Response {
        InvitationView(model: model, texts: site.texts).document.response(status, site, request)
    }
}
