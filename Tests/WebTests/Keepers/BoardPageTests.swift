import Catalog
import CaseRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

struct BoardPageTests {
    @Test func `what is overdue stands there by code, duty and body, and no name`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase(facts: ["danger": "yes"])
        town.clock.turn(hours: 2)
        try await town.open { client in
            let page = try await client.get("/tablero", as: .coordinator)
            #expect(page.status == .ok)
            #expect(page.text.contains(opened.reference.text))
            #expect(page.text.contains("Peligro ahora"))
            #expect(page.text.contains("Tomar el caso"))
            #expect(page.text.contains("Reiterar"))
            #expect(page.html.contains("/tablero/\(opened.id.text)#d-claim"))
        }
    }

    @Test func `danger stands above a child, and a child above the rest`() async throws {
        let town = try KeeperTown()
        let calm = try await town.openCase(1, facts: ["danger": "no", "age": "adult"])
        let child = try await town.openCase(2, facts: ["danger": "no", "age": "minor"])
        let danger = try await town.openCase(3, facts: ["danger": "yes"])
        town.clock.turn(hours: 1)
        try await town.open { client in
            let text = try await client.get("/tablero", as: .coordinator).text
            let places = try [danger, child, calm].map {
                try #require(text.range(of: $0.reference.text)).lowerBound
            }
            #expect(places == places.sorted())
            let children = try await client.get("/tablero?gravedad=1", as: .coordinator).text
            #expect(children.contains(child.reference.text))
            #expect(!children.contains(danger.reference.text))
            #expect(!children.contains(calm.reference.text))
        }
    }

    @Test func `asked for children, the board shows who may be one, in danger or not, and nobody else`()
        async throws
    {
        let town = try KeeperTown()
        let adult = try await town.openCase(1, facts: ["danger": "yes", "age": "adult"])
        let child = try await town.openCase(2, facts: ["danger": "no", "age": "doubted"])
        let both = try await town.openCase(3, facts: ["danger": "yes", "age": "minor"])
        let unknown = try await town.openCase(4, facts: ["danger": "no", "age": "adult"])
        let person = try PersonID(reading: String(repeating: "a", count: 32))
        try await town.record([.file(.personAdded(person, age: .unknown))], in: unknown.id)
        town.clock.turn(hours: 1)
        try await town.open { client in
            let page = try await client.get("/tablero?edad=nna", as: .coordinator)
            for shown in [child, both, unknown] { #expect(page.text.contains(shown.reference.text)) }
            #expect(!page.text.contains(adult.reference.text))
            #expect(page.html.contains("value=\"nna\" selected"))
            let whole = try await client.get("/tablero?edad=todas", as: .coordinator).text
            #expect(whole.contains(adult.reference.text))
        }
    }

    @Test func `how fast a body acknowledges is said of five or more, and of fewer only that they are few`()
        async throws
    {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        func send(_ number: UInt8) async throws -> ReferralID {
            let referral = ReferralID(random: Array(repeating: number, count: 16))
            let draft = ReferralDraft(step: "notify-upe", institution: "upe")
            try await town.record(
                [.referral(referral, .drafted(draft)), .referral(referral, .sent(.phone))], in: opened.id)
            return referral
        }
        var sent: [ReferralID] = []
        for number in 1...6 { sent.append(try await send(UInt8(number))) }
        let last = sent.removeLast()
        town.clock.turn(hours: 2)
        let proof = Proof(.spokenCode, by: SealedBytes([1]), of: "upe")
        for referral in sent.dropFirst() {
            try await town.record([.referral(referral, .acknowledged(proof, .phone))], in: opened.id)
        }
        try await town.open { client in
            let few = try await client.get("/tablero", as: .coordinator).text
            #expect(few.contains("pocos datos"))
            #expect(!few.contains("2 h 0 min"))
            try await town.record([.referral(last, .acknowledged(proof, .phone))], in: opened.id)
            let enough = try await client.get("/tablero", as: .coordinator).text
            #expect(enough.contains("2 h 0 min"))
            #expect(enough.contains("mediana de los últimos 100 acuses, en 90 días"))
        }
    }

    @Test func `what is in time is shown only when asked for`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        try await town.open { client in
            let late = try await client.get("/tablero", as: .coordinator)
            #expect(!late.text.contains(opened.reference.text))
            #expect(late.text.contains("No hay nada vencido"))
            let all = try await client.get("/tablero?ver=todo", as: .coordinator)
            #expect(all.text.contains(opened.reference.text))
        }
    }

    @Test(arguments: [
        "%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%3E", "-1", "99999999999999999999", "%00",
    ])
    func `nothing in the address of the board comes back`(text: String) async throws {
        try await KeeperTown().open { client in
            let query = "entidad=\(text)&gravedad=\(text)&edad=\(text)&ver=\(text)&pagina=\(text)"
            let page = try await client.get("/tablero?\(query)", as: .coordinator)
            #expect(page.status == .ok)
            #expect(!page.html.contains("alert(1)"))
            #expect(!page.html.contains("<img"))
        }
    }
}
