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
    ///
    /// What is asked of the page is kept where it is made of ids and numbers, and left away where it could be anything.
    static func way(back asked: String) -> String {
        let parts = asked.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "/").joined(separator: "/")
        guard parts[0].hasPrefix("/"), isPlain(path, and: "/"),
            PagePattern(matching: "/" + path)?.methods.contains(.get) == true
        else { return "/" }
        // The path is put together anew: two slashes in front would be the address of another site.
        guard parts.count == 2, isPlain(parts[1], and: "=&") else { return "/" + path }
        return "/" + path + "?" + parts[1]
    }

    /// Whether an address has nothing but letters, digits, hyphens and the marks between its parts.
    private static func isPlain(_ part: some StringProtocol, and marks: String) -> Bool {
        part.utf8.count <= 200
            && part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: marks.utf8.contains(byte)
                }
            }
    }
}
