import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct SecurityHeadersTests {
    private static let pages = [
        "/", "/recibo", "/directorio", "/manual", "/horario-de-limpieza", "/salud", "/nada",
    ]

    @Test(arguments: pages)
    func `every answer carries the headers that protect it`(path: String) async throws {
        try await Town().open { client in
            let page = try await client.get(path)
            func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { page.headers[$0] } }
            let policy = header("Content-Security-Policy") ?? ""
            for part in [
                "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
                "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
            ] { #expect(policy.contains(part)) }
            #expect(!policy.contains("unsafe"))
            #expect(header("X-Content-Type-Options") == "nosniff")
            #expect(header("Referrer-Policy") == "no-referrer")
            #expect(header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(header("Permissions-Policy") == "geolocation=(self), microphone=(), camera=()")
            #expect(page.headers[.cacheControl] == "no-store")
            #expect(header("Strict-Transport-Security") == nil)
        }
    }

    @Test func `a site reached by https can insist on it`() async throws {
        try await Town(settings: WebSettings(strictTransportSeconds: 31_536_000)).open { client in
            let page = try await client.get("/nada")
            #expect(page.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
        }
    }

    @Test(arguments: pages)
    func `no page names another host, runs inline script or carries inline style`(path: String) async throws {
        try await Town().open { client in
            let html = try await client.get(path).html
            #expect(!html.contains(" style="))
            #expect(!html.contains("<style"))
            #expect(html.matches(of: /<script(?! src="\/assets\/)/).isEmpty)
            #expect(html.matches(of: /(?:src|action)="(?!\/)/).isEmpty)
            #expect(html.matches(of: /\son[a-z]+="/).isEmpty)
        }
    }
}
