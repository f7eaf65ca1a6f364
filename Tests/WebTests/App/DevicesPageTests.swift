import Access
import CaseRegister
import HTTPTypes
import JSON
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The page about the phones of a unit, and the enrolment of one.
struct DevicesPageTests {
    @Test func `a phone is enrolled with the secret of the QR, once, and told its own`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let made = try await client.post(
                "/equipos", ["accion": "alta", "equipo": "S-4471", "dias": "30"], as: .operator)
            #expect(made.status == .ok)
            let found = try #require(made.html.firstMatch(of: /#alta=([A-Za-z0-9_-]{22})</))
            let secret = String(found.output.1)
            #expect(made.html.contains("class=\"qr\""))
            #expect(await town.leaves("device-invited") == 1)
            let phone = try Phone(33)
            let form: JSON = ["key": .string(phone.publicKey), "secret": .string(secret), "v": 1]
            let told = try await client.send("/app/equipos", form)
            #expect(told.status == .ok)
            #expect(told["label"] == "S-4471" && told["district"] == "150135")
            #expect(told["centre"]?["name"]?.string == "Unidad central-150135")
            let end = Town.night.adding(milliseconds: 30 * 86_400_000)
            #expect(told["expiresAt"]?.integer == end.millisecondsSinceEpoch)
            #expect(told["smsKey"]?.string.flatMap(Base64URL.bytes(of:))?.count == 32)
            #expect(await town.leaves("device-enrolled") == 1)
            // The answer was lost on the way: the same phone asks again, another one does not get in.
            #expect(try await client.send("/app/equipos", form)["device"] == told["device"])
            let other: JSON = [
                "key": .string(try Phone(44).publicKey), "secret": .string(secret), "v": 1,
            ]
            let refused = try await client.send("/app/equipos", other)
            #expect(refused.status == .unprocessableContent && refused.fault == "secret")
            let page = try await client.get("/equipos", as: .operator)
            #expect(page.text.contains("S-4471") && page.text.contains("En uso"))
            #expect(!page.html.contains(secret))
        }
    }

    @Test func `an enrolment is open for a quarter of an hour`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let made = try await town.house.ports.devices.invite(
                "S-1", days: 90, by: StaffMember.operator.acting)
            town.clock.turn(hours: 1)
            let form: JSON = [
                "key": .string(try Phone(33).publicKey), "secret": .string(made.secret), "v": 1,
            ]
            #expect(try await client.send("/app/equipos", form).fault == "secret")
        }
    }

    @Test(arguments: [
        ("S 1", "30"), ("", "30"), ("S-123456789012345678901234", "30"), ("S-1", "91"), ("S-1", "0"),
        ("S-1", "x"),
    ])
    func `a label with a space or more than ninety days is refused in words`(
        label: String, days: String
    ) async throws {
        let town = try AppTown()
        try await town.open { client in
            let page = try await client.post(
                "/equipos", ["accion": "alta", "equipo": label, "dias": days], as: .operator)
            #expect(page.status == .unprocessableContent)
            #expect(!page.html.contains("#alta="))
            #expect(await town.leaves("device-invited") == 0)
        }
    }

    @Test func `a phone is ended by its own unit, and by no other`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client, label: "S-9001")
            let form = ["accion": "quitar", "numero": phone.device ?? ""]
            let foreign = try await client.post("/equipos", form, as: .otherOperator)
            #expect(foreign.status == .unprocessableContent && !foreign.text.contains("S-9001"))
            #expect(await town.leaves("device-revoked") == 0)
            let own = try await client.post("/equipos", form, as: .operator)
            #expect(own.status == .ok && own.text.contains("Quitado"))
            #expect(await town.leaves("device-revoked") == 1)
        }
    }

    @Test func `a short message is read by the unit of its phone, and a broken one by nobody`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let message = "SG DWGJ AAARdwAAACoqCvAcJ95be5p_oL27KQtAS487ReWx"
            let unknown = try await client.post(
                "/equipos", ["accion": "leer", "mensaje": message], as: .operator)
            #expect(unknown.status == .unprocessableContent)
            #expect(await town.leaves("device-message-read") == 0)
            for broken in ["", "SG", "SG DWGJ", "XX DWGJ AAAA", message + "A"] {
                let page = try await client.post(
                    "/equipos", ["accion": "leer", "mensaje": broken], as: .operator)
                #expect(page.status == .unprocessableContent)
            }
        }
    }

    @Test func `an officer enrols the phones of the own unit, and sees and ends no other`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let guardian = try await town.enrolled(client, label: "S-0002")
            _ = try await town.enrolled(client, seed: 44, by: .police, label: "P-0105")
            let page = try await client.get("/equipos", as: .police)
            #expect(page.text.contains("P-0105") && !page.text.contains("S-0002"))
            let refused = try await client.post(
                "/equipos", ["accion": "quitar", "numero": guardian.device ?? ""], as: .police)
            #expect(refused.status == .unprocessableContent)
            let centre = try await client.get("/equipos", as: .operator)
            #expect(centre.text.contains("En uso") && !centre.text.contains("P-0105"))
        }
    }

    @Test(arguments: [StaffMember.sereno, .caseManager, .coordinator, .auditor])
    func `whoever does not care for phones has no such page`(member: StaffMember) async throws {
        try await AppTown().open { client in
            let page = try await client.get("/equipos", as: member)
            #expect(page.status == .notFound)
        }
    }

    @Test func `guessing secrets is slowed down`() async throws {
        let town = try AppTown()
        try await town.open { client in
            var last: AppReply?
            for number in 0...30 {
                let secret = Base64URL.text(of: Array(repeating: UInt8(number), count: 16))
                last = try await client.send(
                    "/app/equipos",
                    ["key": .string(try Phone(33).publicKey), "secret": .string(secret), "v": 1])
            }
            #expect(last?.status == .tooManyRequests)
        }
    }
}
