import Catalog
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

struct ReviewsPageTests {
    @Test func `an emergency access waits, is late after a day, and goes once it is judged`() async throws {
        let town = try KeeperTown()
        let opened = try await Self.broken(town)
        try await town.open { client in
            let page = try await client.get("/emergencias", as: .privacyOfficer)
            #expect(page.text.contains(opened.reference.text))
            #expect(page.text.contains("OP-71"))
            #expect(page.text.contains("GC-72"))
            #expect(page.text.contains("Hay una vida en peligro"))
            #expect(page.text.contains("30 minutos"))
            #expect(!page.text.contains("sin revisar"))
            #expect(!page.html.contains("nada-que-ver-aqui"))
            town.clock.turn(hours: 25)
            let late = try await client.get("/emergencias", as: .privacyOfficer)
            #expect(late.text.contains("Hay una sin revisar"))

            let form = ["acto": "revisar", "caso": opened.id.text, "cuenta": "OP-71", "visto": "2"]
            let without = try await client.post("/emergencias", form, as: .privacyOfficer)
            #expect(without.status == .unprocessableContent)
            let done = try await client.post(
                "/emergencias", form.merging(["fallo": "justified"]) { $1 }, as: .privacyOfficer)
            #expect(done.status == .seeOther)
            let after = try await client.get("/emergencias", as: .privacyOfficer)
            #expect(after.text.contains("No hay nada por revisar"))
            #expect(!after.text.contains(opened.reference.text))
        }
    }

    @Test(arguments: ["<script>alert(1)</script>", "justified; --", ""])
    func `a verdict that is none of the list is not recorded`(verdict: String) async throws {
        let town = try KeeperTown()
        let opened = try await Self.broken(town)
        try await town.open { client in
            let page = try await client.post(
                "/emergencias",
                ["acto": "revisar", "caso": opened.id.text, "cuenta": "OP-71", "fallo": verdict],
                as: .privacyOfficer)
            #expect(page.status == .unprocessableContent)
            #expect(!page.html.contains("alert(1)"))
        }
        let state = CaseState(after: try await town.journal.history(of: opened.id))
        #expect(state.brokenGlass.map(\.reviewed) == [nil])
    }

    private static func broken(_ town: KeeperTown) async throws -> (id: CaseID, reference: CaseReference) {
        let opened = try await town.openCase(facts: ["planted": "nada-que-ver-aqui"])
        let acting = StaffMember.otherOperator.acting
        try await town.record(
            [
                .file(
                    .glassBroken(
                        by: acting.account, unit: acting.unit,
                        approvedBy: StaffMember.otherCaseManager.acting.account, reason: "danger-to-life",
                        until: town.clock.now.adding(milliseconds: 30 * 60_000)))
            ], in: opened.id, by: acting.account)
        return opened
    }
}
