import Access
import Catalog
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

struct DirectoryCarePageTests {
    private static let contact = "police-105"
    private static let first = String(repeating: "1", count: 32)
    private static let second = String(repeating: "2", count: 32)

    @Test func `every phone stands there, and what is not a phone does not`() async throws {
        let contacts = try Town.catalog().content.contacts
        try await KeeperTown().open { client in
            let page = try await client.get("/gestion/directorio", as: .administrator)
            for contact in contacts {
                let link = "contacto=\(contact.id.text)\""
                #expect(page.html.contains(link) == contact.kind.isPhone, "\(contact.id)")
            }
        }
    }

    @Test func `a changed number is on the street at once, without a restart`() async throws {
        let town = try KeeperTown()
        let before = try #require(try Town.catalog().content.contacts["defensoria-0800"]?.value)
        try await town.open { client in
            #expect(try await client.get("/directorio").calls.contains("tel:\(before)"))
            let sent = try await client.post(
                "/gestion/directorio",
                Self.change("defensoria-0800", to: "0800-11 999", seen: 0), as: .administrator, isFresh: true)
            #expect(sent.status == .seeOther)
            let street = try await client.get("/directorio")
            #expect(street.calls.contains("tel:080011999"))
            #expect(!street.calls.contains("tel:\(before)"))
            let page = try await client.get(
                "/gestion/directorio?contacto=defensoria-0800", as: .administrator)
            #expect(page.text.contains("Falta confirmar"))
            #expect(page.text.contains("Lo confirma otra persona"))
        }
        #expect(try await town.book.changes().map(\.version) == [1])
        #expect(try await town.audit.list(AuditFilter()).map(\.entry.action) == ["directory-change"])
    }

    @Test func `without a fresh second factor nothing changes and nothing typed is lost`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let page = try await client.post(
                "/gestion/directorio", Self.change("defensoria-0800", to: "080011999", seen: 0),
                as: .administrator)
            #expect(page.status == .unprocessableContent)
            #expect(page.html.contains("value=\"080011999\""))
            #expect(page.text.contains("segundo código"))
        }
        #expect(try await town.book.changes().isEmpty)
    }

    @Test func `of two who saw the same version the second is told`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let path = "/gestion/directorio"
            var form = Self.change("defensoria-0800", to: "080011999", seen: 0)
            #expect(try await client.post(path, form, as: .administrator, isFresh: true).status == .seeOther)
            #expect(try await client.post(path, form, as: .administrator, isFresh: true).status == .seeOther)
            form["id"] = Self.second
            let late = try await client.post(path, form, as: .administrator, isFresh: true)
            #expect(late.status == .unprocessableContent)
            #expect(late.text.contains("Alguien cambió este número"))
        }
        #expect(try await town.book.changes().count == 1)
    }

    @Test func `a wrong number goes to the end of its body and must be verified`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let sent = try await client.post(
                "/gestion/directorio",
                [
                    "acto": "llamada", "contacto": Self.contact, "id": Self.first,
                    "resultado": "wrong-number",
                ], as: .administrator)
            #expect(sent.status == .seeOther)
            let list = try await client.get("/gestion/directorio", as: .administrator)
            #expect(list.text.contains("No sirve"))
            // The one number of the police stays there: no chain is ever emptied.
            #expect(try await client.get("/").calls.contains("tel:105"))
        }
    }

    @Test func `a second person confirms, the first one cannot, and a day later it is flagged`() async throws
    {
        let town = try KeeperTown()
        let other = Acting(
            account: try ActorID(reading: "AD-99"), unit: StaffMember.administrator.acting.unit,
            institution: "serenazgo", role: .administrator)
        let id = try RecordID<NumberChange>(reading: Self.first)
        try await town.book.record(
            ContactCall(
                try RecordID(reading: Self.first), to: "defensoria-0800", .noAnswer, at: town.clock.now,
                by: other))
        _ = try await town.book.change(
            NumberChange(
                id, of: "defensoria-0800", version: 1, to: .init("080011999"), because: .officialNotice,
                made: Stamp(actor: other.account, instant: town.clock.now)))
        town.clock.turn(hours: 25)
        try await town.open { client in
            let late = try await client.get("/gestion/directorio", as: .administrator)
            #expect(late.text.contains("Sin confirmar a tiempo"))
            let form = ["acto": "confirmar", "contacto": "defensoria-0800", "id": Self.first]
            let stale = try await client.post("/gestion/directorio", form, as: .administrator)
            #expect(stale.status == .unprocessableContent)
            let done = try await client.post(
                "/gestion/directorio", form, as: .administrator, isFresh: true)
            #expect(done.status == .seeOther)
            let list = try await client.get("/gestion/directorio", as: .administrator)
            #expect(!list.text.contains("Sin confirmar a tiempo"))
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "105; DROP TABLE", "+51939", "12", "９３９４８２７６８", "080011999x",
    ])
    func `what is no number of its kind is not taken`(number: String) async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let page = try await client.post(
                "/gestion/directorio", Self.change("defensoria-0800", to: number, seen: 0),
                as: .administrator, isFresh: true)
            #expect(page.status == .unprocessableContent)
            #expect(!page.html.contains("<script>alert"))
        }
        #expect(try await town.book.changes().isEmpty)
    }

    @Test(arguments: ["nobody", "%3Cscript%3E", ""])
    func `a contact that is not there is a page that is not there`(id: String) async throws {
        try await KeeperTown().open { client in
            let page = try await client.get("/gestion/directorio?contacto=\(id)", as: .administrator)
            #expect(page.status == .notFound)
        }
    }

    private static func change(_ contact: String, to number: String, seen: Int) -> [String: String] {
        [
            "acto": "cambiar", "contacto": contact, "id": first, "visto": String(seen), "numero": number,
            "motivo": "official-notice",
        ]
    }
}
