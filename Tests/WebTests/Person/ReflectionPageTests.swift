import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The time to decide, by the clock: it runs, it is made longer, it ends, it begins again.
struct ReflectionPageTests {
    private static let page = "/casos/\(LoopTown.caseID.text)/personas/\(LoopTown.person.text)"
    private static let acts = "/casos/\(LoopTown.caseID.text)/actos"
    private static let day: Int64 = 24 * 60

    private static func start(_ days: String) -> [String: String] {
        ["acto": "reflexion", "quien": LoopTown.person.text, "dias": days, "volver": "persona"]
    }

    @Test func `a running one is made longer and never shorter, and one that is over can begin again`()
        async throws
    {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            #expect(try await client.post(Self.acts, Self.start("30"), as: .protection).status == .seeOther)
            let running = try await client.get(Self.page, as: .protection)
            #expect(running.text.contains("Hasta el 23/12/2026. Nadie le pide declarar."))
            #expect(running.text.contains("Darle más días para decidir"))
            #expect(running.html.contains("<option value=\"45\""))
            #expect(!running.html.contains("<option value=\"30\""))
            #expect(try await client.post(Self.acts, Self.start("45"), as: .protection).status == .seeOther)
            let shorter = try await client.post(Self.acts, Self.start("30"), as: .protection)
            #expect(shorter.status == .unprocessableContent)
            let longer = try await client.get(Self.page, as: .protection)
            #expect(longer.text.contains("Hasta el 07/01/2027"))

            town.clock.goOn(minutes: 45 * Self.day)
            let over = try await client.get(Self.page, as: .protection)
            #expect(over.text.contains("Terminó el 07/01/2027"))
            #expect(!over.text.contains("Nadie le pide declarar"))
            #expect(over.text.contains("Empezar su tiempo para decidir"))
            #expect(over.html.contains("<option value=\"30\""))
            #expect(try await client.post(Self.acts, Self.start("30"), as: .protection).status == .seeOther)
            #expect(try await client.get(Self.page, as: .protection).text.contains("Hasta el 06/02/2027"))
        }
    }

    @Test func `the receiver reads in the inbox that nobody asks for a statement, while it runs`()
        async throws
    {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            #expect(
                try await !client.get(LoopTown.inbox, as: .protection).text.contains("tiempo para decidir"))
            _ = try await client.post(Self.acts, Self.start("30"), as: .operator)
            let inbox = try await client.get(LoopTown.inbox, as: .protection)
            #expect(inbox.text.contains("tiene tiempo para decidir hasta el 23/12/2026"))
            #expect(inbox.text.contains("Nadie le pide declarar en esos días"))
            town.clock.goOn(minutes: 30 * Self.day)
            let after = try await client.get(LoopTown.inbox, as: .protection)
            #expect(!after.text.contains("tiempo para decidir"))
        }
    }

    @Test func `only who stands by the person is offered to end it`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(Self.acts, Self.start("30"), as: .operator)
            #expect(try await client.get(Self.page, as: .operator).html.contains("value=\"fin-reflexion\""))
            #expect(
                try await !client.get(Self.page, as: .protection).html.contains("value=\"fin-reflexion\""))
        }
    }
}
