import HTTPTypes
import JSON
import Testing

@testable import Web

/// What is asked is read strictly, in an address and in a body alike.
struct APIQueryTests {
    @Test(arguments: [
        "page=0", "page=-1", "page=x", "page=99999999999999999999", "per_page=501", "format=xml", "full=yes",
        "search=", "search=%00", "search=%FF", "search=" + String(repeating: "a", count: 101), "unknown=1",
        "page=1&page=2", "modified_after=yesterday", "page", "_count=5", "search=%zz",
    ])
    func `what is not understood is refused, not passed over`(query: String) async throws {
        let town = try Town()
        try await town.open { client in
            let answer = try await client.ask("/api/hsds/services?" + query)
            #expect(answer.status == .badRequest, "\(query)")
            #expect(answer.headers[.contentType] == APIFault.media)
            #expect(answer.json?["status"] == 400)
        }
    }

    @Test func `a list is searched by POST as by GET, with nothing in the address`() async throws {
        let town = try Town()
        try await town.open { client in
            let body = #"{"search":"comisaria","per_page":2,"full":true}"#
            let posted = try await client.ask("/api/hsds/services", method: .post, body: body)
            let got = try await client.ask("/api/hsds/services?search=comisaria&per_page=2&full=true")
            #expect(posted.status == .ok && posted.text == got.text)
            for bad in [
                "", "[]", "{", #"{"page":"1"}"#, #"{"page":1.5}"#, #"{"page":null}"#, #"{"full":1}"#,
                #"{"nobody":1}"#, #"{"search":7}"#,
            ] {
                let refused = try await client.ask("/api/hsds/services", method: .post, body: bad)
                #expect(refused.status == .badRequest, "\(bad)")
            }
            let huge = "{\"search\":\"" + String(repeating: "a", count: 70_000) + "\"}"
            let large = try await client.ask("/api/hsds/services", method: .post, body: huge)
            #expect(large.status == .contentTooLarge)
            let plain = try await client.ask("/api/hsds/services", method: .post)
            #expect(plain.status == .unsupportedMediaType)
        }
    }

    @Test func `whoever asks too fast waits, and another does not`() async throws {
        let town = try Town()
        try await town.open { client in
            var last = try await client.ask("/api/hsds")
            for _ in 0..<450 where last.status == .ok { last = try await client.ask("/api/hsds") }
            #expect(last.status == .tooManyRequests && last.headers[.retryAfter] == "1")
        }
    }
}
