import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

struct GzipTests {
    @Test(arguments: [
        [], [0], Array("a".utf8), Array("abcabcabcabcabcabc".utf8), Array(repeating: 0x61, count: 1_000),
        Array(repeating: 0xFF, count: 70_000), Array(0...255),
    ])
    func `what was packed unpacks to the same`(content: [UInt8]) throws {
        #expect(try Inflated(gzip: #require(Gzip.compress(content))).content == content)
    }

    @Test func `random bytes and repeats far apart survive`() throws {
        let noise = SeededSource().bytes(40_000)
        #expect(try Inflated(gzip: #require(Gzip.compress(noise + noise))).content == noise + noise)
    }

    @Test func `every page unpacks to the page`() async throws {
        try await Town().open { client in
            for path in ["/", "/manual", "/directorio"] {
                let plain = try await client.get(path)
                let packed = try await client.execute(
                    uri: path, method: .get, headers: [.acceptEncoding: "br, gzip;q=0.8"]
                ) { Array($0.body.readableBytesView) }
                // The first page differs in the id of the report, which is drawn anew.
                let count = try Inflated(gzip: packed).content.count
                #expect(count == plain.html.utf8.count)
            }
        }
    }
}
