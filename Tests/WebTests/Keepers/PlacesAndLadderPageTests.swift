import Catalog
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

struct PlacesAndLadderPageTests {
    @Test func `a place seen without a person has its weight, which halves in thirty days`() async throws {
        let town = try KeeperTown()
        try await town.openCase(facts: ["victim-present": "no"])
        try await town.open { client in
            for member in [StaffMember.coordinator, .police, .operator] {
                let page = try await client.get("/focos", as: member)
                #expect(page.text.contains("San Martín de Porres"), "\(member.acting.account)")
                #expect(page.text.contains("1,000"), "\(member.acting.account)")
                #expect(page.text.contains("Un foco es un lugar, no una persona"))
            }
            town.clock.turn(hours: 30 * 24)
            #expect(try await client.get("/focos", as: .coordinator).text.contains("500"))
            let elsewhere = try await client.get("/focos", as: .otherOperator)
            #expect(elsewhere.status == .ok)
            #expect(!elsewhere.text.contains("San Martín de Porres"))
        }
    }

    @Test func `a place shows when it was seen, and what is left of each time`() async throws {
        let town = try KeeperTown()
        try await town.openCase(1, facts: ["victim-present": "no"])
        try await town.open { client in
            town.clock.turn(hours: 31 * 24)
            try await town.openCase(2, facts: ["victim-present": "no"])
            let page = try await client.get("/focos", as: .coordinator)
            #expect(page.text.contains("Línea de tiempo: San Martín de Porres"))
            #expect(page.html.matches(of: /<time datetime="/).count >= 2)
            #expect(page.text.contains("1,500") && page.text.contains("500"))
        }
    }

    @Test func `a person is never a place`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase(facts: ["victim-present": "yes"])
        try await town.open { client in
            let page = try await client.get("/focos", as: .coordinator)
            #expect(page.text.contains("No hay focos"))
            #expect(!page.html.contains(opened.reference.text))
        }
    }

    @Test func `the ladder shows every kind of debt and the file that holds it`() async throws {
        let content = try Town.catalog().content
        try await KeeperTown().open { client in
            for member in [StaffMember.administrator, .coordinator] {
                let page = try await client.get("/gestion/escalera", as: member)
                #expect(page.status == .ok)
                #expect(page.text.contains("Catalog/ladder.yaml"))
                for row in content.ladder {
                    let label = try #require(content.label(of: row.id.text, in: "obligation-kinds"))
                    #expect(page.text.contains(label))
                }
                #expect(page.text.contains("Un plazo de ley no se puede cambiar"))
                #expect(page.text.contains("al vencer"))
                #expect(page.text.contains("10 min"))
            }
        }
    }
}
