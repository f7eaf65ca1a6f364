import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Who sends knows first who will see what; and what is sent twice is sent once.
struct ReferCheckPageTests {
    @Test func `the check page names the parts of the case exactly as the policy opens them`() async throws {
        let story = try await ReferStory()
        let content = try Town.catalog().content
        let policy = SealingPolicy(content.compartments)
        let words: [Compartment: String] = [
            .identity: "Quién es", .matter: "Qué pasó", .care: "Salud y plan",
        ]
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let check = try await story.press(.check, of: page, on: client)
            #expect(check.text.contains("Quién verá qué"))
            var shown: Set<String> = []
            for row in check.html.matches(of: /<tr data-body="([^"]*)">(.*?)<\/tr>/) {
                let institution = String(row.output.1)
                let opens = policy.visibility(of: [institution])[0].compartments
                for (part, word) in words {
                    let cell = try #require(row.output.2.firstRange(of: "data-label=\"\(word)\">"))
                    let said = row.output.2[cell.upperBound...].prefix { $0 != "/" }
                    #expect(said.hasSuffix(opens.contains(part) ? ">Sí<" : ">No<"), "\(institution)")
                }
                shown.insert(institution)
            }
            #expect(shown.isSuperset(of: ["upe", "fistrap", "pnp-station", "udavit", "sau"]))
            #expect(policy.lostAtHandOver("serenazgo") == [.identity])
            #expect(check.text.contains("la central ya no verá esto: Quién es"))
            #expect(await story.referrals.isEmpty)
        }
    }

    @Test func `nothing is sent of which nobody saw who will see what`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let check = try await story.press(.check, of: page, on: client)
            let other = [ReferField.channel("urgent-care-service"): "paper"]
            let stranger = [ReferField.recipient("notify-prosecutor"): "i.fistrap"]
            for (form, change) in [(page, [:]), (check, other), (check, stranger)] {
                let shown = try await story.press(.send, of: form, change, on: client)
                #expect(shown.status == .ok)
                #expect(shown.text.contains("Quién verá qué"))
                #expect(await story.referrals.isEmpty)
            }
            let changed = try await story.press(.send, of: check, other, on: client)
            #expect(try await story.press(.send, of: changed, on: client).status == .seeOther)
            #expect(await story.referrals.contains { $0.hops.contains { $0.state == .sent } })
        }
    }

    @Test func `going back from the check page loses nothing`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let step = "notify-prosecutor"
            let check = try await story.press(
                .check, of: page,
                [ReferField.channel(step): "paper", ReferField.chosen("legal-aid"): ReferStory.unticked],
                on: client)
            let back = try await story.press(.change, of: check, on: client)
            #expect(back.status == .ok)
            var expected = page.filled
            expected[ReferField.channel(step)] = "paper"
            expected[ReferField.chosen("legal-aid")] = nil
            #expect(back.filled == expected)
        }
    }

    @Test func `what is due and was not marked is said before anything is sent`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let whole = try await story.press(.check, of: page, on: client)
            #expect(!whole.text.contains("Toca y no se enviará"))
            let part = try await story.press(
                .check, of: page, [ReferField.chosen("notify-police"): ReferStory.unticked], on: client)
            let said = try #require(part.text.firstRange(of: "Toca y no se enviará"))
            #expect(part.text[said.upperBound...].contains("Comunique a la comisaría de la jurisdicción"))
        }
    }

    @Test func `an old page asks nobody for what was done meanwhile`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let old = try await client.get(story.path, as: .operator)
            let check = try await story.press(
                .check, of: try await client.get(story.path, as: .operator), on: client)
            #expect(try await story.press(.send, of: check, on: client).status == .seeOther)
            let sent = await story.referrals
            for stage in [ReferField.Stage.check, .send] {
                let refused = try await story.press(stage, of: old, on: client)
                #expect(refused.status == .conflict)
                #expect(refused.text.contains("Ya enviado"))
            }
            #expect(await story.referrals == sent)
        }
    }

    @Test func `the same form sent twice creates each referral once`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let check = try await story.press(.check, of: page, on: client)
            #expect(try await story.press(.send, of: check, on: client).status == .seeOther)
            let first = await story.referrals
            #expect(!first.isEmpty)
            #expect(first.allSatisfy { $0.state == .sent })
            #expect(try await story.press(.send, of: check, on: client).status == .seeOther)
            #expect(await story.referrals == first)
            let after = try await client.get(story.path, as: .operator)
            #expect(after.text.contains("Ya enviado"))
            #expect(after.filled[ReferField.chosen("notify-prosecutor")] == nil)
        }
    }

    @Test func `somebody was first: nothing is sent and every choice is kept`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let check = try await story.press(
                .check, of: page, [ReferField.channel("notify-prosecutor"): "radio"], on: client)
            try await story.town.record([.file(.factSettled(fact: "danger", value: "no"))], in: story.id)
            let refused = try await story.press(.send, of: check, on: client)
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("Alguien hizo algo en este caso"))
            #expect(refused.filled[ReferField.channel("notify-prosecutor")] == "radio")
            #expect(await story.referrals.isEmpty)
            let again = try await story.press(.check, of: refused, on: client)
            #expect(try await story.press(.send, of: again, on: client).status == .seeOther)
            #expect(await !story.referrals.isEmpty)
        }
    }

    @Test func `fields that no page of ours has change nothing`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let hostile = [
                ReferField.chosen("emergency-police"): "yes", ReferField.chosen("<script>"): "yes",
                ReferField.recipient("no-step"): "u.anything", "acto": "cerrar",
            ]
            let check = try await story.press(.check, of: page, hostile, on: client)
            #expect(check.status == .ok)
            #expect(!check.html.contains("<script>"))
            let sent = try await story.press(.send, of: check, hostile, on: client)
            #expect(sent.status == .seeOther)
            let steps = await story.referrals.map(\.draft.step)
            #expect(!steps.contains("emergency-police") && !steps.contains("no-step"))
            for wrong in ["u.central-150135", "i.serenazgo", "i.defensoria", "<b>", ""] {
                let other = try await ReferStory()
                try await other.town.open { client in
                    let page = try await client.get(other.path, as: .operator)
                    let refused = try await other.press(
                        .send, of: page, [ReferField.recipient("notify-prosecutor"): wrong], on: client)
                    #expect(refused.status == .unprocessableContent, "\(wrong)")
                    #expect(await other.referrals.isEmpty)
                }
            }
        }
    }

    @Test func `nothing chosen, or a stranger named, sends nothing`() async throws {
        let story = try await ReferStory(age: .doubted)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let none = page.filled.filter { !$0.key.hasPrefix(ReferField.chosen("")) }
            for stage in ["revisar", "enviar"] {
                let refused = try await client.post(
                    story.path, none.merging([ReferField.stage: stage]) { $1 }, as: .operator)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("No eligió ningún paso"))
            }
            let stranger = try await story.press(
                .send, of: page, [ReferField.person: String(repeating: "9", count: 32)], on: client)
            #expect(stranger.status == .unprocessableContent)
            #expect(await story.referrals.isEmpty)
        }
    }
}
