import HTTPTypes
import Hummingbird

/// The headers that every response carries, whatever made it.
///
/// What governs a page or a worker goes with those alone: a stylesheet, a module or the engine is neither, and
/// four hundred bytes with each of them are seconds on the slowest network.
struct SecurityHeaders: Sendable {
    let settings: WebSettings

    func apply(to response: inout Response) {
        let isPart = Self.isPartOfPages(response)
        for (name, value) in isPart ? Self.always : Self.always + Self.forPages
        where response.headers[name] == nil { response.headers[name] = value }
        if let seconds = settings.strictTransportSeconds {
            response.headers[.strictTransportSecurity] = "max-age=\(seconds); includeSubDomains"
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }

    /// Which parts of the phone a page may use.
    static func permissions(camera: String = "()") -> String {
        "geolocation=(self), microphone=(), camera=\(camera)"
    }

    /// What a page may load and do. `connect-src` lets the script send the street form without leaving the page.
    ///
    /// - Parameter runsEngine: whether the page runs the engine of the app: compiled code, and no text as script.
    static func policy(runsEngine: Bool = false) -> String {
        [
            "default-src 'none'", "style-src 'self'",
            "script-src 'self'" + (runsEngine ? " 'wasm-unsafe-eval'" : ""), "img-src 'self' data:",
            "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'",
            "base-uri 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }

    /// A drawing is a page as soon as somebody opens it by itself; bytes are never one. What did not change keeps the headers
    /// that it came with (RFC 9111, 4.3.4).
    private static func isPartOfPages(_ response: Response) -> Bool {
        if response.status == .notModified { return true }
        return switch response.headers[.contentType] {
        case Asset.drawing: false
        case Asset.program, Asset.bytes: true
        default: response.headers[.cacheControl]?.contains("immutable") == true
        }
    }

    private static let always = named([
        ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ])
    private static let forPages = named([
        ("Content-Security-Policy", policy()),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", permissions()),
    ])

    private static func named(_ headers: [(String, String)]) -> [(HTTPField.Name, String)] {
        headers.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }
}
