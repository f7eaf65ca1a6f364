import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

/// The outbox and the addresses of a unit, as their keepers see them.
struct MessagesPageTests {
    @Test func `a house without a way out says so and tells to call`() async throws {
        let town = try KeeperTown(ways: [])
        try await town.openCase()
        try await town.open { client in
            let page = try await client.get("/mensajes", as: .administrator)
            #expect(page.text.contains("Sin avisos por correo ni mensaje de texto"))
            let queue = try await client.get("/cola", as: .operator)
            #expect(queue.text.contains("Sin avisos por correo ni mensaje de texto: llame."))
            let unit = try await client.get("/mi-unidad", as: .protection)
            #expect(
                !unit.html.contains("name=\"donde\""), "an address that nothing can reach is not asked for")
        }
    }

    @Test func `a dead letter is shown by its code, and a button takes it up again`() async throws {
        let town = try KeeperTown()
        let (id, reference) = try await town.openCase()
        let letter = try await town.deadLetter(in: id)
        try await town.open { client in
            let page = try await client.get("/mensajes", as: .administrator)
            #expect(page.text.contains(reference.text))
            #expect(page.text.contains("smtp-550"))
            #expect(!page.html.contains(id.text), "the outbox leads into no case")
            let queue = try await client.get("/cola", as: .operator)
            #expect(queue.text.contains("No se pudo avisar"))
            let form = ["mensaje": letter.text, Gate.tokenField: StaffMember.administrator.formToken]
            let again = try await client.post("/mensajes", form, as: .administrator)
            #expect(again.status == .ok)
            #expect(try await town.outbox.count() == [.waiting: 1])
            let twice = try await client.post("/mensajes", form, as: .administrator)
            #expect(twice.status == .conflict)
        }
        let actions = try await town.audit.list(AuditFilter(most: 10)).map(\.entry.action)
        #expect(actions.contains("message-retried"))
    }

    @Test func `a unit adds an address, proves it with the digits, and takes it away`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let page = try await client.get("/mi-unidad", as: .protection)
            let id = try #require(page.hidden["direccion"])
            func send(_ act: String, _ more: [String: String] = [:]) async throws -> Visit {
                let fields = [
                    "acto": act, "direccion": id, Gate.tokenField: StaffMember.protection.formToken,
                ]
                return try await client.post(
                    "/mi-unidad", fields.merging(more) { $1 }, as: .protection, isFresh: true)
            }
            let new = ["via": "email", "donde": "guardia@upe.example", "a-quien": "office"]
            let stale = try await client.post(
                "/mi-unidad", new.merging(["acto": "anadir", "direccion": id]) { $1 }, as: .protection)
            #expect(stale.text.contains("Primero confirme quién es"))
            let wrong = try await send("anadir", new.merging(["donde": "guardia@upe@x"]) { $1 })
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.html.contains("value=\"guardia@upe@x\""), "what was typed is kept")
            #expect(try await send("anadir", new).text.contains("Falta el código"))
            #expect(try await send("anadir", new).status == .ok, "the same form twice is one address")
            #expect(try await send("comprobar", ["cifras": "000000"]).status == .unprocessableContent)
            let claimed = try await town.claim(5)
            #expect(claimed.count == 1)
            let digits = try #require(claimed.first?.digits)
            let proved = try await send("comprobar", ["cifras": digits])
            #expect(proved.text.contains("Dirección comprobada"))
            let elsewhere = try await client.get("/mi-unidad", as: .operator)
            #expect(!elsewhere.text.contains("guardia@upe.example"), "another unit's address is not seen")
            #expect(try await send("quitar").status == .ok)
            let after = try await client.get("/mi-unidad", as: .protection)
            #expect(!after.text.contains("guardia@upe.example"))
        }
    }

    @Test func `a program is called only where the house allows it`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let page = try await client.get("/mi-unidad", as: .protection)
            let id = try #require(page.hidden["direccion"])
            for (place, status) in [
                ("https://otro.example/x", HTTPResponse.Status.unprocessableContent),
                ("https://upe.example/x", .ok),
            ] {
                let answer = try await client.post(
                    "/mi-unidad",
                    [
                        "acto": "anadir", "direccion": id, "via": "webhook", "donde": place,
                        "a-quien": "office", Gate.tokenField: StaffMember.protection.formToken,
                    ], as: .protection, isFresh: true)
                #expect(answer.status == status, "\(place)")
            }
        }
    }
}
