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
        guard let pages = others[language(of: request)],
            !PagePattern.inOneLanguage.contains(where: { $0 == PagePattern(matching: request.uri.path) })
        else { return try await next(request, context) }
        return try await pages.respond(to: request, context: context)
    }

    /// What was chosen, unless the address of a page that phones keep says another.
    private func language(of request: Request) -> Language {
        guard let asked = Language(askedBy: request), let page = PagePattern(matching: request.uri.path),
            PagePattern.keptOnPhones.contains(page)
        else { return cookie.language(in: request) }
        return asked
    }
}

extension Language {
    /// The language that stands in an address: a phone that fetches what it keeps sends no cookie.
    init?(askedBy request: Request) {
        let asked = request.uri.queryParameters[LanguageRoutes.languageField[...]]
        guard let language = asked.flatMap({ Language(rawValue: String($0)) }) else { return nil }
        self = language
    }
}

extension PagePattern {
    /// The pages that the street app keeps for use without a network, in the language that it speaks.
    static let keptOnPhones: Set<PagePattern> = [.directory, .manual, .neutral]

    /// What programs read, and what a phone fetches of the street app: that asks for its language by address.
    static let inOneLanguage: Set<PagePattern> = [
        .health, .ready, .asset, .serviceWorker, .appManifest, .appEngine, .appBundle, .appReports,
        .appStates, .appDevices, .appHandovers, .appModule, .pushWorker,
    ]
}
