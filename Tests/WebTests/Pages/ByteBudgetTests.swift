import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

struct ByteBudgetTests {
    @Test func `the first load stays small, plain and compressed`() async throws {
        try await Town().open { client in
            let page = try await client.get("/")
            let assets = page.html.matches(of: /"(\/assets\/[^"]+)"/).map { String($0.output.1) }
            #expect(assets.count == 2)
            var plain = page.html.utf8.count
            var compressed = try await size(of: "/", client)
            for path in assets {
                let asset = try await client.get(path)
                #expect(asset.status == .ok)
                #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable")
                plain += asset.html.utf8.count
                compressed += try await size(of: path, client)
            }
            #expect(plain <= 50 * 1_024, "\(plain) bytes")
            #expect(compressed <= 16 * 1_024, "\(compressed) bytes")
        }
    }

    @Test(arguments: ["calls", "seen", "sent"])
    func `a page of the journey is small enough for a bad network`(page: String) async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let next = try await client.goOn(from: start, ["district": Town.sanMartin], to: page)
            #expect(try #require(Gzip.compress(Array(next.html.utf8))).count <= 10 * 1_024)
        }
    }

    private func size(of path: String, _ client: any TestClientProtocol) async throws -> Int {
        try await client.execute(uri: path, method: .get, headers: [.acceptEncoding: "gzip"]) { response in
            #expect(response.headers[.contentEncoding] == "gzip")
            return response.body.readableBytes
        }
    }
}
