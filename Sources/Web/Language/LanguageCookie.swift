import Catalog
import Hummingbird

/// Remembers in which language a browser wants the pages, and nothing else.
///
/// Only what somebody chose counts. A phone that is set to English is no sign that the guard who carries it reads
/// English better than Spanish, and at night nobody should look for the way back.
struct LanguageCookie: Sendable {
    let isSecure: Bool

    /// The language that was chosen; Spanish for whoever chose none.
    func language(in request: Request) -> Language {
        request.cookies[name].flatMap { Language(rawValue: $0.value) } ?? .spanish
    }

    func remembering(_ language: Language) -> Cookie {
        Cookie(
            name: name, value: language.rawValue, maxAge: 365 * 86_400, path: "/", secure: isSecure,
            httpOnly: true, sameSite: .strict)
    }

    /// The prefix binds the cookie to this very host, where browsers allow it.
    private var name: String { isSecure ? "__Host-ruta-idioma" : "ruta-idioma" }
}
