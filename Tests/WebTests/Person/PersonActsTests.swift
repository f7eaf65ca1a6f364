import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// What is done for a person from the page: by whom it may be, and by nobody else.
struct PersonActsTests {
    private static let acts = "/casos/\(LoopTown.caseID.text)/actos"
    private static let page = "/casos/\(LoopTown.caseID.text)/personas/\(LoopTown.person.text)"

    /// Each act with what its form sends, and the words that the page then says.
    static let done: [(act: String, fields: [String: String], says: String)] = [
        ("reflexion", ["dias": "30"], "Hasta el 23/12/2026"),
        ("explicar", ["lengua": "quechua", "entendio": "yes"], "Entendió"),
        ("repetir", ["entidad": "pnp-station", "motivo": "no-record"], "No llegó lo que ya había contado"),
        ("meta", ["logro": "school", "responsable": "upe", "dia": "01/03/2027"], "Volver a la escuela"),
        (
            "contacto", ["canal-phone": "yes", "inicio": "8", "fin": "23", "firma": "no"],
            "No diga de dónde llama"
        ),
        ("sin-permiso", ["para": "care", "entidad": "upe", "permiso": "child"], "Sin permiso"),
        (
            "pedir-liberar", ["obligacion": "duty-return", "motivo": "adult-declines"],
            "Falta que otra persona lo confirme"
        ),
    ]

    @Test(arguments: PersonActsTests.done.map(\.act))
    func `a receiver does it from the page, and the page says so`(act: String) async throws {
        let found = try #require(Self.done.first { $0.act == act })
        let town = try await story()
        try await town.open { client in
            let before = try await client.get(Self.page, as: .protection)
            #expect(before.html.contains("name=\"acto\" value=\"\(act)\""), "the page offers it")
            let done = try await client.post(Self.acts, Self.form(found), as: .protection)
            #expect(done.status == .seeOther)
            #expect(done.headers[.location] == Self.page)
            let after = try await client.get(Self.page, as: .protection)
            #expect(after.text.contains(found.says))
        }
    }

    @Test(arguments: PersonActsTests.done.map(\.act))
    func `nobody else does it, and nothing is written`(act: String) async throws {
        let found = try #require(Self.done.first { $0.act == act })
        let town = try await story()
        let before = await town.state().version
        try await town.open { client in
            for member in [
                StaffMember.police, .otherOperator, .coordinator, .sereno, .auditor, .administrator,
                .privacyOfficer,
            ] {
                let tried = try await client.post(Self.acts, Self.form(found), as: member)
                #expect(tried.status == .notFound, "\(member.acting.account)")
            }
        }
        #expect(await town.state().version == before)
    }

    @Test func `a statement is held while the person has time to decide, and only the own body asks`()
        async throws
    {
        let town = try await story()
        try await town.open { client in
            let start = ["acto": "reflexion", "dias": "30", "quien": LoopTown.person.text]
            _ = try await client.post(Self.acts, start, as: .protection)
            let ask = [
                "acto": "declarar", "entidad": "upe", "quien": LoopTown.person.text, "volver": "persona",
            ]
            let held = try await client.post(Self.acts, ask, as: .protection)
            #expect(held.status == .unprocessableContent)
            #expect(held.text.contains("No le pida declarar. El pedido quedó anotado y en espera."))
            #expect(held.text.contains("pidió declarar el 23/11/2026. En espera."))
            let other = try await client.post(
                Self.acts, ask.merging(["entidad": "udavit"]) { $1 }, as: .protection)
            #expect(other.status == .conflict)
        }
        let requests = await town.state().person(LoopTown.person)?.reflection?.requests
        #expect(requests?.map(\.isHeld) == [true])
    }

    @Test func `a message goes by the channel and the hour that the person gave, and by no other`()
        async throws
    {
        let town = try await story()
        try await town.open { client in
            func message(_ channel: String, named: String = "no") async throws -> Visit {
                let form = [
                    "acto": "mensaje", "canal": channel, "firma": named, "quien": LoopTown.person.text,
                    "volver": "persona",
                ]
                return try await client.post(Self.acts, form, as: .protection)
            }
            #expect(try await message("phone").status == .unprocessableContent, "nothing is known yet")
            let contact = try #require(Self.done.first { $0.act == "contacto" })
            _ = try await client.post(Self.acts, Self.form(contact), as: .protection)
            #expect(try await message("phone").status == .seeOther)
            #expect(try await message("sms").status == .unprocessableContent)
            #expect(try await message("phone", named: "yes").status == .unprocessableContent)
            town.clock.goOn(minutes: 60)
            let late = try await message("phone")
            #expect(late.status == .unprocessableContent)
            #expect(late.text.contains("El mensaje no salió"))
        }
        #expect(await town.state().person(LoopTown.person)?.blockedMessages == 4)
    }

    @Test func `a release needs a second person with the same reason`() async throws {
        let town = try await story()
        try await town.open { client in
            let fields = [
                "obligacion": "duty-return", "motivo": "adult-declines", "quien": LoopTown.person.text,
            ]
            let ask = fields.merging(["acto": "pedir-liberar"]) { $1 }
            let release = fields.merging(["acto": "liberar"]) { $1 }
            #expect(try await client.post(Self.acts, ask, as: .protection).status == .seeOther)
            let alone = try await client.post(Self.acts, release, as: .protection)
            #expect(alone.status == .unprocessableContent)
            #expect(try await !client.get(Self.page, as: .protection).html.contains("value=\"liberar\""))
            #expect(try await client.post(Self.acts, release, as: .operator).status == .seeOther)
        }
        #expect(await town.state().person(LoopTown.person)?.releases.first?.grantedBy != nil)
    }

    @Test func `nobody acts without permission for an adult as if it were a child`() async throws {
        let town = try await story()
        try await town.record([.person(LoopTown.person, .ageSettled(.adult))])
        try await town.open { client in
            let act = try #require(Self.done.first { $0.act == "sin-permiso" })
            let refused = try await client.post(Self.acts, Self.form(act), as: .protection)
            #expect(refused.status == .unprocessableContent)
            let vital = Self.form(act).merging(["permiso": "vital-interest"]) { $1 }
            #expect(try await client.post(Self.acts, vital, as: .protection).status == .seeOther)
        }
    }

    private static func form(_ act: (act: String, fields: [String: String], says: String)) -> [String: String]
    {
        act.fields.merging(["acto": act.act, "quien": LoopTown.person.text, "volver": "persona"]) { $1 }
    }

    private func story() async throws -> LoopTown {
        let town = try LoopTown(duties: [
            .init(id: "duty-return", owners: ["upe"], months: [], condition: .always)
        ])
        try await town.sendReferral()
        return town
    }
}
