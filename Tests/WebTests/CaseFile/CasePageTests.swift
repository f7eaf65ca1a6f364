import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct CasePageTests {
    static let person = String(repeating: "a", count: 32)

    @Test func `a case is taken with one form, and its page says who has it`() async throws {
        let town = try StaffTown()
        let (id, _) = try await town.openCase()
        try await town.open { client in
            let page = try await client.get("/casos/\(id.text)", as: .operator)
            #expect(page.status == .ok)
            let done = try await client.post(
                "/casos/\(id.text)/actos", ["acto": "tomar", "visto": "1", "volver": "cola"], as: .operator)
            #expect(done.status == .seeOther)
            #expect(done.headers[.location] == "/cola")
            let after = try await client.get("/casos/\(id.text)", as: .operator)
            #expect(after.text.contains("OP-12"))
            #expect(after.text.contains("La central tomó el caso"))
        }
    }

    @Test func `a case of another town looks like one that does not exist`() async throws {
        let town = try StaffTown()
        let (id, _) = try await town.openCase()
        try await town.open { client in
            let absent = String(repeating: "f", count: 32)
            for path in ["", "/derivar", "/personas/\(Self.person)"] {
                let foreign = try await client.get("/casos/\(id.text)\(path)", as: .otherOperator)
                let nothing = try await client.get("/casos/\(absent)\(path)", as: .otherOperator)
                #expect(foreign.status == .notFound)
                #expect(foreign.html == nothing.html)
            }
            let act = try await client.post(
                "/casos/\(id.text)/actos", ["acto": "tomar"], as: .otherOperator)
            #expect(act.status == .notFound)
        }
    }

    @Test func `a stale form loses nothing typed`() async throws {
        let town = try await claimed()
        try await town.town.open { client in
            let stale = ["acto": "pedir-cierre", "motivo": "plan-met", "visto": "1"]
            let answer = try await client.post("/casos/\(town.id.text)/actos", stale, as: .operator)
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("value=\"plan-met\" selected"))
            #expect(answer.text.contains("Lo que escribió sigue aquí"))
        }
    }

    @Test func `a person sent twice is one person, and a missing age is marked`() async throws {
        let town = try await claimed()
        try await town.town.open { client in
            let path = "/casos/\(town.id.text)/actos"
            let form = ["acto": "persona", "quien": Self.person, "anos": "doubted"]
            for _ in 0..<2 {
                #expect(try await client.post(path, form, as: .operator).status == .seeOther)
            }
            let state = CaseState(after: await town.town.cases.history(of: town.id))
            #expect(state.people.count == 1)
            let wrong = try await client.post(
                path, ["acto": "persona", "quien": Self.person], as: .operator)
            #expect(wrong.status == .unprocessableContent)
        }
    }

    @Test func `a declared time and the registered one are both shown`() async throws {
        let town = try await claimed()
        try await town.town.open { client in
            let form = [
                "acto": "persona", "quien": Self.person, "anos": "minor", "paso-dia": "23/11/2026",
                "paso-hora": "19:20",
            ]
            _ = try await client.post("/casos/\(town.id.text)/actos", form, as: .operator)
            let page = try await client.get("/casos/\(town.id.text)", as: .operator)
            #expect(page.text.contains("Dice que fue 19:20. Se anotó 22:15."))
        }
    }

    @Test func `hostile text comes back as text`() async throws {
        let town = try await claimed()
        try await town.town.open { client in
            for text in ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' OR 1=1 --"] {
                let answer = try await client.post(
                    "/casos/\(town.id.text)/actos", ["acto": "unir", "codigo": text], as: .operator)
                #expect(answer.status == .unprocessableContent)
                #expect(!answer.html.contains(text) || text.hasPrefix("'"))
            }
        }
    }

    @Test func `a form without the token of the session is not read`() async throws {
        let town = try await claimed()
        try await town.town.open { client in
            let answer = try await client.post(
                "/casos/\(town.id.text)/actos", ["acto": "tomar", "sello": "other"], as: .operator)
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test func `a disk that fails is said, and nothing is claimed to be done`() async throws {
        let town = try await claimed()
        await town.town.cases.fail(with: .diskFull)
        try await town.town.open { client in
            let answer = try await client.post(
                "/casos/\(town.id.text)/actos",
                ["acto": "persona", "quien": Self.person, "anos": "minor"], as: .operator)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.text.contains("No se pudo guardar"))
            let stands = await town.town.cases.history(of: town.id).count
            for path in ["/cola?caso=\(town.id.text)", "/casos/\(town.id.text)"] {
                let page = try await client.get(path, as: .operator)
                #expect(page.status == .ok, "\(path)")
            }
            #expect(try await client.get("/tablero", as: .coordinator).status == .ok)
            #expect(await town.town.cases.history(of: town.id).count == stands)
        }
    }

    private func claimed() async throws -> (town: StaffTown, id: CaseID) {
        let town = try StaffTown()
        let (id, _) = try await town.openCase()
        let acting = StaffMember.operator.acting
        try await town.record(
            [.file(.claimed(by: acting.unit, municipality: acting.municipality))], in: id)
        return (town, id)
    }
}
