import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// No button stands on a page only to be refused: what is offered is what the case has at its stage.
struct OfferedActsTests {
    @Test func `a case that nobody has offers to take it, and nothing else`() async throws {
        let story = try await ReferStory(age: .minor, isClaimed: false)
        try await story.town.open { client in
            for member in [StaffMember.operator, .caseManager] {
                for path in Self.paths(story) {
                    let page = try await client.get(path, as: member)
                    #expect(page.status == .ok)
                    #expect(Self.acts(on: page).subtracting(["tomar"]).isEmpty, "\(path)")
                    #expect(!page.html.contains("/derivar\""))
                }
            }
            let page = try await client.get(Self.paths(story)[0], as: .operator)
            #expect(Self.acts(on: page) == ["tomar"])
        }
    }

    @Test func `a case that somebody has offers its clocks, and a word about them is taken`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let check = try await story.press(.check, of: page, on: client)
            _ = try await story.press(.send, of: check, on: client)
            let file = try await client.get(Self.paths(story)[0], as: .operator)
            #expect(Self.acts(on: file).isSuperset(of: ["palabra", "pausar", "persona", "unir"]))
            let clock = try #require(
                file.html.firstMatch(of: /<select[^>]*name="reloj".*?<option value="([^"]+)"/))
            let answer = try await client.post(
                Self.paths(story)[0] + "/actos", ["acto": "palabra", "reloj": String(clock.output.1)],
                as: .operator)
            #expect(answer.status == .seeOther)
        }
    }

    @Test func `a merged case offers nothing, and a closed one only to go on with it`() async throws {
        let ends: [(end: FileEvent, acts: Set<String>)] = [
            (.merged(into: try CaseID(reading: String(repeating: "9", count: 32))), []),
            (.closed(reason: "plan-met", by: StaffMember.caseManager.acting.account), ["reabrir"]),
        ]
        for (end, acts) in ends {
            let story = try await ReferStory(age: .minor)
            try await story.town.open { client in
                let page = try await client.get(story.path, as: .operator)
                let check = try await story.press(.check, of: page, on: client)
                _ = try await story.press(.send, of: check, on: client)
            }
            try await story.town.record([.file(end)], in: story.id)
            try await story.town.open { client in
                for path in Self.paths(story) {
                    let page = try await client.get(path, as: .operator)
                    #expect(page.status == .ok)
                    #expect(Self.acts(on: page).isSubset(of: acts), "\(path)")
                    #expect(!page.html.contains("/derivar\"") && !page.text.contains("Pedir el acuse"))
                }
                #expect(try await Self.acts(on: client.get(Self.paths(story)[0], as: .operator)) == acts)
                #expect(try await client.get(story.path, as: .operator).text.contains("No se hizo"))
            }
        }
    }

    /// The pages that offer acts: the case, its place in the queue, its person.
    private static func paths(_ story: ReferStory) -> [String] {
        let file = "/casos/\(story.id.text)"
        return [file, "/cola?caso=\(story.id.text)", "\(file)/personas/\(ReferStory.person.text)"]
    }

    /// The verbs that a page offers.
    private static func acts(on page: Visit) -> Set<String> {
        Set(page.html.matches(of: /name="acto" value="([^"]*)"/).map { String($0.output.1) })
    }
}
