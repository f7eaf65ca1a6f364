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
            let query = "entidad=\(text)&gravedad=\(text)&ver=\(text)&pagina=\(text)"
            let page = try await client.get("/tablero?\(query)", as: .coordinator)
            #expect(page.status == .ok)
            #expect(!page.html.contains("alert(1)"))
            #expect(!page.html.contains("<img"))
        }
    }
}
