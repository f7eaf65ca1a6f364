import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// What is sent often goes as small as whoever asks can read, and never in a form that nobody asked for.
struct PackedTests {
    @Test(arguments: [
        ("br, gzip", "br"), ("gzip, deflate", "gzip"), ("gzip, br;q=0", "gzip"), ("identity", nil), ("*", "br"),
        (nil, nil),
    ] as [(String?, String?)])
    func `the smallest form that is asked for`(accepted: String?, coding: String?) async throws {
        let town = try Town()
        let path = Page.asset(town.web.site.assets.stylesheet.name).address.text
        try await town.open { client in
            let answer = try await client.execute(
                uri: path, method: .get, headers: accepted.map { [.acceptEncoding: $0] } ?? [:]
            ) { ($0.headers[.contentEncoding], $0.headers[.vary], $0.body.readableBytes) }
            #expect(answer.0 == coding)
            #expect(answer.1 == "Accept-Encoding")
            let whole = town.web.site.assets.stylesheet.packed.plain.count
            #expect(coding == nil ? answer.2 == whole : answer.2 < whole / 2)
        }
    }

    @Test func `brotli is smaller than gzip, and also packs nothing and noise`() throws {
        let text = Array(String(repeating: "Si hay peligro ahora, llame al 105. ", count: 100).utf8)
        #expect(try #require(Brotli.compress(text)).count <= #require(Gzip.compress(text, level: 9)).count)
        #expect(Brotli.compress([]) != nil)
        let noise = SeededSource().bytes(40_000)
        #expect(try #require(Brotli.compress(noise)).count >= 40_000)
    }

    @Test func `a part of pages carries what protects it, and not what governs a page`() async throws {
        let town = try Town()
        let path = Page.asset(town.web.site.assets.stylesheet.name).address.text
        try await town.open { client in
            let style = try await client.get(path)
            func has(_ name: String) -> Bool { HTTPField.Name(name).flatMap { style.headers[$0] } != nil }
            #expect(has("X-Content-Type-Options") && has("Cross-Origin-Resource-Policy"))
            #expect(!has("Content-Security-Policy") && !has("Permissions-Policy"))
        }
    }
}
