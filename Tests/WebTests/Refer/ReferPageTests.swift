import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import RouteEngine
import Testing

@testable import Web

/// Nobody is forgotten and nobody hears who may not: the choices of the page are those of the route.
struct ReferPageTests {
    @Test func `the route of a doubted age at night is chosen before anybody types`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.status == .ok)
            let wanted = [
                "notify-police": "u.comisaria-practica", "notify-prosecutor": "u.fistrap-lima-norte",
                "notify-child-protection": "u.upe-lima", "child-measure": "u.upe-lima",
                "victim-assistance": "u.udavit-lima", "urgent-care-service": "i.sau",
            ]
            for (step, recipient) in wanted {
                #expect(page.filled[ReferField.chosen(step)] == "yes", "\(step)")
                #expect(page.filled[ReferField.recipient(step)] == recipient, "\(step)")
                #expect(page.filled[ReferField.channel(step)] == "phone")
            }
            let route = try Town.catalog().route(
                of: Situation(
                    district: Identifier(Town.sanMartin), at: Town.night,
                    answers: Dictionary(
                        uniqueKeysWithValues: ReferStory.doubted.map { (Identifier($0.key), $0.value) })))
            let phases: Set<Phase> = [.notify, .prosecutor, .protection]
            for step in route.steps where phases.contains(step.step.phase) {
                let isChosen = page.filled[ReferField.chosen(step.step.id.text)] == "yes"
                #expect(isChosen == step.status.isRequired, "\(step.step.id)")
                #expect(page.text.contains(step.because[0]))
            }
            #expect(page.text.contains("Por saber"))
            #expect(page.text.contains("Sin plazo legal"))
        }
    }

    @Test func `an implicated police station is nowhere to be chosen, and a forged one is refused`()
        async throws
    {
        let story = try await ReferStory(ReferStory.doubted.merging(["official-implicated": "police"]) { $1 })
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(!page.html.contains("comisaria-practica"))
            #expect(!page.html.contains("pnp-station"))
            #expect(page.filled[ReferField.chosen("notify-police-unit")] == "yes")
            #expect(page.text.contains("A quién no se avisa"))
            #expect(page.text.contains("puede avisar a los suyos"))
            for stage in [ReferField.Stage.check, .send] {
                let forged = try await story.press(
                    stage, of: page,
                    [
                        ReferField.recipient("notify-police-unit"): "u.comisaria-practica",
                        ReferField.reason("notify-police-unit"): "no-answer",
                    ], on: client)
                #expect(forged.status == .unprocessableContent)
                #expect(forged.text.contains("No debe saber del caso"))
            }
            #expect(await story.referrals.isEmpty)
        }
    }

    @Test func `another recipient without a reason is refused, and stays chosen`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let step = "notify-child-protection"
            let change = [
                ReferField.recipient(step): "u.demuna-150135",
                ReferField.chosen("notify-police"): ReferStory.unticked,
            ]
            let refused = try await story.press(.check, of: page, change, on: client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("no dijo por qué"))
            #expect(refused.html.contains("href=\"#\(ReferField.reason(step))\""))
            #expect(refused.filled[ReferField.recipient(step)] == "u.demuna-150135")
            #expect(refused.filled[ReferField.chosen("notify-police")] == nil)
            #expect(refused.filled[ReferField.id(step)] == page.filled[ReferField.id(step)])
            let mended = try await story.press(
                .check, of: refused, [ReferField.reason(step): "closer-service"], on: client)
            #expect(mended.status == .ok)
            #expect(mended.text.contains("Hay un servicio más cerca"))
            let sent = try await story.press(.send, of: mended, on: client)
            #expect(sent.status == .seeOther)
            let draft = try #require(await story.referrals.first { $0.draft.step == step }).draft
            #expect(draft.changedBecause == "closer-service" && draft.institution == "demuna")
            #expect(await !story.referrals.contains { $0.draft.step == "notify-police" })
        }
    }

    @Test func `the same body without its account needs no reason, and is told by the way chosen`()
        async throws
    {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            let step = "notify-prosecutor"
            let byLink = [
                ReferField.recipient(step): "i.fistrap", ReferField.channel(step): "one-time-link",
            ]
            let check = try await story.press(.check, of: page, byLink, on: client)
            #expect(check.text.contains("Por enlace de un solo uso"))
            #expect(try await story.press(.send, of: check, on: client).status == .seeOther)
            let referral = try #require(await story.referrals.first { $0.draft.step == step })
            #expect(referral.draft.unit == nil && referral.draft.changedBecause == nil)
            for way in ["in-system", "pigeon"] {
                let other = try await ReferStory()
                try await other.town.open { client in
                    let page = try await client.get(other.path, as: .operator)
                    let wrong = byLink.merging([ReferField.channel(step): way]) { $1 }
                    let refused = try await other.press(.send, of: page, wrong, on: client)
                    #expect(refused.status == .unprocessableContent, "\(way)")
                    #expect(refused.filled[ReferField.recipient(step)] == "i.fistrap")
                    #expect(await other.referrals.isEmpty)
                }
            }
        }
    }

    @Test func `after a no whom it named is chosen with the reason, and who refused is not offered`()
        async throws
    {
        let story = try await ReferStory()
        let step = "notify-prosecutor"
        let draft = ReferralDraft(
            step: step, institution: "fistrap", unit: StaffMember.prosecutor.acting.unit)
        let id = ReferralID(random: Array(repeating: 9, count: 16))
        try await story.town.record(
            [
                .referral(id, .drafted(draft)), .referral(id, .sent(.inSystem)),
                .referral(id, .rejected(reason: "other-zone", suggested: "duty-prosecutor")),
            ], in: story.id)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.filled[ReferField.chosen(step)] == "yes")
            #expect(page.filled[ReferField.recipient(step)] == "i.duty-prosecutor")
            #expect(page.filled[ReferField.reason(step)] == "rejected")
            #expect(page.text.contains("No es de nuestra zona"))
            let others = [ReferField.chosen("notify-police"): ReferStory.unticked]
            let checked = try await story.press(.check, of: page, others, on: client)
            #expect(checked.status == .ok)
            #expect(try await story.press(.send, of: checked, on: client).status == .seeOther)
            let sent = try #require(await story.referrals.last { $0.draft.step == step })
            #expect(sent.draft.institution == "duty-prosecutor" && sent.draft.changedBecause == "rejected")
            for refused in ["u.fistrap-lima-norte", "i.fistrap"] {
                let forged = try await story.press(
                    .check, of: page, [ReferField.recipient(step): refused], on: client)
                #expect(forged.status == .unprocessableContent, "\(refused)")
            }
            let file = try await client.get("/casos/\(story.id.text)", as: .operator)
            #expect(file.text.contains("Dice que le toca a"))
        }
    }

    @Test func `after a no without a name nobody is chosen by the order of a list`() async throws {
        let story = try await ReferStory()
        let step = "notify-prosecutor"
        let draft = ReferralDraft(
            step: step, institution: "fistrap", unit: StaffMember.prosecutor.acting.unit)
        let id = ReferralID(random: Array(repeating: 9, count: 16))
        try await story.town.record(
            [
                .referral(id, .drafted(draft)), .referral(id, .sent(.inSystem)),
                .referral(id, .rejected(reason: "no-capacity", suggested: nil)),
            ], in: story.id)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.fields.contains(ReferField.recipient(step)))
            #expect(page.filled[ReferField.chosen(step)] == nil)
            #expect(page.filled[ReferField.recipient(step)]?.contains("fistrap") == false)
        }
    }

    @Test func `D goes on and E sends: one key each`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.html.contains("value=\"revisar\" data-key=\"d\""))
            let check = try await story.press(.check, of: page, on: client)
            #expect(check.html.contains("value=\"enviar\" data-key=\"e\""))
        }
    }

    @Test func `another municipality sees what a stranger to every case sees`() async throws {
        let story = try await ReferStory()
        try await story.town.open { client in
            let absent = "/casos/\(String(repeating: "f", count: 32))/derivar"
            for member in [StaffMember.otherOperator, .otherCaseManager] {
                let hidden = try await client.get(story.path, as: member)
                let nothing = try await client.get(absent, as: member)
                #expect(hidden.status == .notFound)
                #expect(hidden.html == nothing.html)
                let sent = try await client.post(story.path, ["etapa": "enviar"], as: member)
                #expect(sent.status == .notFound)
            }
            for member in [StaffMember.prosecutor, .coordinator, .auditor, .sereno] {
                #expect(try await client.get(story.path, as: member).status == .notFound)
            }
        }
    }

    @Test func `a case that nobody has taken says so and sends nothing`() async throws {
        let story = try await ReferStory(isClaimed: false)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.text.contains("Tome primero el caso"))
            #expect(!page.html.contains("value=\"revisar\""))
            let refused = try await story.press(.send, of: page, on: client)
            #expect(refused.status == .conflict)
            #expect(await story.referrals.isEmpty)
        }
    }

    @Test func `without the yes of an adult nothing of care goes out, and the page leads to the question`()
        async throws
    {
        let facts = ReferStory.doubted.merging(["age": "adult"]) { $1 }
        let story = try await ReferStory(facts, age: .adult)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(!page.fields.contains(ReferField.chosen("victim-assistance")))
            #expect(page.filled[ReferField.chosen("notify-prosecutor")] == "yes")
            #expect(page.html.contains("/casos/\(story.id.text)/personas/\(ReferStory.person.text)"))
            let refused = try await story.press(
                .check, of: page, [ReferField.chosen("victim-assistance"): "yes"], on: client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("no ha dicho que sí"))
            let checked = try await story.press(.check, of: page, on: client)
            #expect(try await story.press(.send, of: checked, on: client).status == .seeOther)
            #expect(await story.referrals.allSatisfy { $0.draft.person == ReferStory.person })
        }
    }

    @Test func `what was sent for the whole case, or is done, is asked of nobody again`() async throws {
        let story = try await ReferStory(age: .doubted)
        let second = PersonID(random: Array(repeating: 4, count: 16))
        try await story.town.record([.file(.personAdded(second, age: .minor))], in: story.id)
        try await story.town.open { client in
            let page = try await client.get(story.path, as: .operator)
            #expect(page.filled[ReferField.person] == ReferField.wholeCase)
            let check = try await story.press(.check, of: page, on: client)
            #expect(check.text.contains("Todas las personas del caso"))
            #expect(try await story.press(.send, of: check, on: client).status == .seeOther)
            #expect(await story.referrals.allSatisfy { $0.draft.person == nil })
            for person in [ReferStory.person, second] {
                let one = try await story.press(
                    .change, of: page, [ReferField.person: person.text], on: client)
                #expect(one.filled[ReferField.chosen("notify-prosecutor")] == nil)
                #expect(one.text.contains("Ya enviado"))
            }
        }
    }
}
