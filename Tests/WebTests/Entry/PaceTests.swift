import Access
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// A session that asks faster than a person can is told to wait, and is not ended.
struct PaceTests {
    @Test func `the twenty-first page of a moment waits a second`() async throws {
        let town = try EntryTown(pace: RequestPace())
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let session = try await town.enter("OP-12", client)
            for _ in 0..<RequestPace.burst {
                #expect(try await client.get("/mi-cuenta", headers: session).status == .ok)
            }
            let slowed = try await client.get("/mi-cuenta", headers: session)
            #expect(slowed.status == .tooManyRequests)
            #expect(slowed.headers[.retryAfter] == "1")
            #expect(slowed.text.contains(Words<FaultText>(town.web.site.texts)[.tooManyDo]))
            // What was typed is not lost because the pages asked too fast: the act itself is looked at.
            let act = try await client.post("/salir", [:], headers: session)
            #expect(act.status != .tooManyRequests)
            // A page that the role does not have tells nothing more.
            #expect(try await client.get("/bitacora", headers: session).html == slowed.html)
            town.clock.goOn(seconds: 1)
            #expect(try await client.get("/mi-cuenta", headers: session).status == .ok)
        }
    }
}
