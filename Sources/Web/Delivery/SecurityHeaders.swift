import HTTPTypes
import Hummingbird

/// The headers that every response carries, whatever made it.
struct SecurityHeaders: Sendable {
    let settings: WebSettings

    func apply(to response: inout Response) {
        for (name, value) in Self.always where response.headers[name] == nil {
            response.headers[name] = value
        }
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

    private static let always: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", policy()),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", permissions()),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
