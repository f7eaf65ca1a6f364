import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

/// The own account lets a browser be woken, and only through makers that the house calls.
struct PushPageTests {
    @Test func `a browser is added, counted, and taken away again`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            func send(_ verb: String, _ address: String = "") async throws -> Visit {
                let fields = [
                    "hacer": verb, "donde": address, Gate.tokenField: StaffMember.protection.formToken,
                ]
                return try await client.post("/mi-cuenta", fields, as: .protection)
            }
            let page = try await client.get("/mi-cuenta", as: .protection)
            #expect(page.text.contains("Equipos de su cuenta con avisos: 0."))
            #expect(page.html.contains("data-push=\"clave\""))
            #expect(!page.html.contains("value=\"no-avisar\""))
            for foreign in ["https://elsewhere.example/x", "https://push.example@elsewhere.example/x", ""] {
                let refused = try await send("avisar", foreign)
                #expect(refused.status == .unprocessableContent, "\(foreign)")
                #expect(refused.text.contains("con avisos: 0."))
            }
            let added = try await send("avisar", "https://push.example/4f9c1d")
            #expect(added.text.contains("Este equipo ya recibe avisos."))
            #expect(added.text.contains("con avisos: 1."))
            #expect(!added.html.contains("4f9c1d"), "the address of a browser is shown to nobody")
            #expect(try await send("no-avisar").text.contains("con avisos: 0."))
        }
        let entries = try await town.audit.list(AuditFilter(most: 10)).map(\.entry)
        #expect(entries.map(\.action).contains("push-added"))
        #expect(entries.map(\.action).contains("push-removed"))
        #expect(!entries.contains { $0.objects.contains { $0.contains("4f9c1d") } })
    }

    @Test func `a house that wakes nobody offers nothing`() async throws {
        let town = try KeeperTown(wakes: false)
        try await town.open { client in
            let page = try await client.get("/mi-cuenta", as: .protection)
            #expect(!page.html.contains("data-push"))
            let fields = [
                "hacer": "avisar", "donde": "https://push.example/x",
                Gate.tokenField: StaffMember.protection.formToken,
            ]
            #expect(
                try await client.post("/mi-cuenta", fields, as: .protection).status == .unprocessableContent)
            #expect(try await client.get("/avisos/sw.js", as: .protection).status == .notFound)
        }
    }

    @Test func `the worker reads nothing of a push, and says one fixed text`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let worker = try await client.get("/avisos/sw.js", as: .protection).html
            #expect(worker.hasPrefix("var words = \"Tiene 1 aviso.\";\n"))
            #expect(!worker.contains("event.data"))
            #expect(!worker.contains("fetch"))
        }
    }
}
