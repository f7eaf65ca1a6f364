import Catalog
import Hummingbird

/// Hands a request to the pages in the language that its browser chose.
///
/// It stands before everything else: each language has a router of its own, with the same addresses and forms.
struct LanguageMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    let cookie: LanguageCookie
    /// The pages in every language but Spanish.
    let others: [Language: any HTTPResponder<BasicRequestContext> & Sendable]

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let pages = others[cookie.language(in: request)],
            !PagePattern.inOneLanguage.contains(where: { $0 == PagePattern(matching: request.uri.path) })
        else { return try await next(request, context) }
        return try await pages.respond(to: request, context: context)
    }
}

extension PagePattern {
    /// What programs read, and what a phone fetches of the street app: that asks for its language by address.
    static let inOneLanguage: Set<PagePattern> = [
        .health, .ready, .asset, .serviceWorker, .appManifest, .appEngine, .appBundle, .appReports,
        .appStates, .appDevices, .appHandovers, .appModule, .pushWorker,
    ]
}
