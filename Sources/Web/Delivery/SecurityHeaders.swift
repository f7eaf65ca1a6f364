import HTTPTypes
import Hummingbird

/// The headers that every response carries, whatever made it.
struct SecurityHeaders: Sendable {
    let settings: WebSettings

    func apply(to response: inout Response) {
        for (name, value) in Self.always { response.headers[name] = value }
        if let seconds = settings.strictTransportSeconds {
            response.headers[.strictTransportSecurity] = "max-age=\(seconds); includeSubDomains"
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }

    /// `connect-src` lets the script send the street form without leaving the page.
    private static let contentSecurityPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let always: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "geolocation=(self), microphone=(), camera=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
