import Catalog
import Hummingbird

/// Takes the choice of a language and leads back to the page on which it was made.
struct LanguageRoutes: Sendable {
    static let languageField = "idioma"
    static let pageField = "pagina"

    let site: Site

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(PagePattern.language.path, use: choose)
    }

    @Sendable func choose(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let form = try await FormFields(of: request)
        guard let language = form[Self.languageField].flatMap(Language.init) else {
            throw WebFault.unreadable
        }
        var response = Response(
            status: .seeOther,
            headers: [.location: Self.way(back: form[Self.pageField] ?? ""), .cacheControl: "no-store"])
        response.setCookie(
            LanguageCookie(isSecure: site.settings.isReachedByHTTPS).remembering(language))
        return response
    }

    /// An address of a page of this site that can be opened; the start for anything else.
    static func way(back asked: String) -> String {
        guard asked.utf8.count <= 500, asked.utf8.allSatisfy(isAddressByte),
            let path = asked.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first,
            path.hasPrefix("/"), let pattern = PagePattern(matching: String(path)),
            pattern.methods.contains(.get)
        else { return "/" }
        // Put together anew: two slashes in front would be the address of another site.
        let parts = path.split(separator: "/").joined(separator: "/")
        return "/" + parts + asked.dropFirst(path.count)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "/?&=%-._~:+".utf8.contains(byte)
        }
    }
}
