import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Clocks and hops on the page of the case.
struct CaseClockTests {
    @Test func `a paused clock goes on from the page of the case, and is offered only while it is paused`()
        async throws
    {
        let story = try await ReferStory(age: .minor)
        let file = "/casos/\(story.id.text)"
        try await story.town.open { client in
            let before = try await client.get(file, as: .operator)
            #expect(!before.html.contains("value=\"reanudar\""))
            let clock = try #require(
                before.html.firstMatch(
                    of: /value="pausar"(?:(?!<\/form>).)*?name="reloj".*?<option value="([^"]+)"/
                        .dotMatchesNewlines()))
            let id = String(clock.output.1)
            let pause = [
                "acto": "pausar", "reloj": id, "motivo": "interpreter", "dia": "30/11/2026", "hora": "09:00",
            ]
            let reasons = try Town.catalog().content.codes["pause-reasons"]?.codes.map(\.id) ?? []
            let reason = try #require(reasons.first { $0 != CaseState.Pause.reflection })
            let paused = try await client.post(
                file + "/actos", pause.merging(["motivo": reason]) { $1 }, as: .operator)
            #expect(paused.status == .seeOther)
            let page = try await client.get(file, as: .operator)
            #expect(page.html.contains("value=\"reanudar\""))
            let go = try await client.post(
                file + "/actos", ["acto": "reanudar", "reloj": id], as: .operator)
            #expect(go.status == .seeOther)
            let after = try await client.get(file, as: .operator)
            #expect(!after.html.contains("value=\"reanudar\""))
        }
    }

    @Test func `each hop on the page of the case says its channel`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let page = try await client.get("/casos/\(LoopTown.caseID.text)", as: .operator)
            #expect(page.text.contains("22:15 (En este sistema)"))
        }
    }
}
