import Access
import CaseRegister
import HTTPTypes
import ReferralDomain
import Testing

@testable import Web

/// The page on which an administrator makes and ends the keys of the unit's programs.
struct KeysPageTests {
    private static let new = [
        "acto": "crear", "programa": "agenda-1", "dias": "30", "ver-calendar": "yes",
    ]

    @Test func `a key is shown once, works, and is ended`() async throws {
        let town = try await APITown()
        try await town.open { client in
            let made = try await client.post("/gestion/llaves", Self.new, as: .administrator, isFresh: true)
            #expect(made.status == .ok)
            let key = String(
                try #require(made.html.firstMatch(of: /<code>(ruta_[A-Za-z0-9_-]{43})<\/code>/)).output.1)
            #expect(try await client.ask("/api/calendar.ics", key: key).status == .ok)
            #expect(try await client.ask("/api/htcds", key: key).status == .notFound)
            let page = try await client.get("/gestion/llaves", as: .administrator)
            #expect(page.text.contains("agenda-1") && !page.html.contains(key))
            let id = try #require(page.html.firstMatch(of: /name="llave" value="([0-9a-f]{16})"/)).output.1
            let ended = try await client.post(
                "/gestion/llaves", ["acto": "terminar", "llave": String(id)], as: .administrator,
                isFresh: true)
            #expect(ended.text.contains("Terminada"))
            #expect(try await client.ask("/api/calendar.ics", key: key).status == .unauthorized)
        }
    }

    @Test func `without a fresh second factor it is asked for, and what was typed goes on`() async throws {
        let town = try await APITown()
        try await town.open { client in
            let asked = try await client.post("/gestion/llaves", Self.new, as: .administrator)
            #expect(asked.hidden["programa"] == "agenda-1" && asked.hidden["ver-calendar"] == "yes")
            #expect(try await town.tokens.tokens(of: StaffMember.administrator.acting).isEmpty)
        }
    }

    @Test(arguments: [
        ("programa", "Rosa Quispe"), ("programa", ""), ("dias", "0"), ("dias", "367"), ("ver-calendar", ""),
    ])
    func `a bad form makes nothing and loses nothing`(field: String, value: String) async throws {
        let town = try await APITown()
        try await town.open { client in
            let fields = Self.new.merging([field: value]) { $1 }
            let page = try await client.post("/gestion/llaves", fields, as: .administrator, isFresh: true)
            #expect(page.status == .unprocessableContent)
            #expect(field == "programa" || page.html.contains("value=\"agenda-1\""))
            #expect(try await town.tokens.tokens(of: StaffMember.administrator.acting).isEmpty)
        }
    }

    @Test func `only an administrator has the page`() async throws {
        let town = try await APITown()
        try await town.open { client in
            for member in StaffMember.everybody where member.acting.role != .administrator {
                let page = try await client.get("/gestion/llaves", as: member)
                #expect(page.status == .notFound)
            }
        }
    }
}
