import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import JSON
import ReferralDomain
import Sealing
import Storage
import Testing

@testable import Web

/// Handovers that two phones signed without a network.
struct SpotHandoverTests {
    private static let person = PersonID(random: Array(repeating: 4, count: 16))

    /// Both texts with both signatures, as either phone sends them later.
    private func packet(
        from guardian: Phone, to officer: Phone, id: Character = "1", post: String = "F-07",
        signedBy forger: Phone? = nil
    ) throws -> JSON {
        let now = Town.night.millisecondsSinceEpoch
        let offer: JSON = [
            "at": .integer(now + 1_000), "code": "DWGJ", "district": "150135",
            "from": .string(guardian.device ?? ""), "id": .string(String(repeating: id, count: 32)),
            "key": .string(guardian.publicKey), "people": "one", "report": .string(Phone.id), "v": 1,
        ]
        let said = offer.text(.canonical)
        let answer: JSON = [
            "at": .integer(now + 5_000), "by": .string(officer.device ?? ""),
            "key": .string(officer.publicKey), "offer": .string(HashText.sha256(of: Array(said.utf8))),
            "post": .string(post), "v": 1,
        ]
        let heard = answer.text(.canonical)
        return [
            "answer": .string(heard), "answerSignature": .string(try (forger ?? officer).sign(heard)),
            "offer": .string(said), "offerSignature": .string(try guardian.sign(said)), "v": 1,
        ]
    }

    /// A case that the centre has taken, from the guard's phone, with as many people as the story needs.
    private func take(_ people: Int, _ town: AppTown, from phone: Phone, _ client: any TestClientProtocol)
        async throws
    {
        _ = try await client.send("/app/avisos", try phone.packet(try Phone.content()))
        let centre = StaffMember.operator.acting
        var events: [CaseEvent] = [.file(.claimed(by: centre.unit, municipality: centre.municipality))]
        for number in 0..<people {
            let id = PersonID(random: Array(repeating: UInt8(4 + number), count: 16))
            events.append(.file(.personAdded(id, age: .minor)))
        }
        _ = try await town.journal.append(
            events.map { NewEvent($0) }, to: CaseID(reading: Phone.id), after: 1,
            stamp: Stamp(actor: centre.account, instant: Town.night))
        town.clock.turn(hours: 1)
    }

    @Test func `a handover that both signed is the custody from its hour on, once`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let sereno = try await town.enrolled(client)
            let officer = try await town.enrolled(client, seed: 77, by: .police, label: "F-07")
            try await take(1, town, from: sereno, client)
            let packet = try packet(from: sereno, to: officer)
            let reply = try await client.send("/app/entregas", packet)
            #expect(reply.status == .ok && reply["state"] == "recorded")
            let state = try await town.state()
            let custody = try #require(state.people.first?.custody.current)
            #expect(custody.holder?.institution == "pnp-station" && custody.holder?.post == "F-07")
            #expect(custody.from.happened.millisecondsSinceEpoch == Town.night.millisecondsSinceEpoch + 5_000)
            #expect(try await client.send("/app/entregas", packet)["state"] == "recorded")
            #expect(try await town.state().version == state.version)
            let page = try await client.get("/casos/\(Phone.id)", as: .operator)
            #expect(page.text.contains("S-4471 entregó a F-07") && page.text.contains("Custodia registrada"))
        }
    }

    @Test(arguments: [0, 2])
    func `which person is meant is for a person to say`(people: Int) async throws {
        let town = try AppTown()
        try await town.open { client in
            let sereno = try await town.enrolled(client)
            let officer = try await town.enrolled(client, seed: 77, by: .police, label: "F-07")
            try await take(people, town, from: sereno, client)
            let reply = try await client.send("/app/entregas", try packet(from: sereno, to: officer))
            #expect(reply.status == .ok && reply["state"] == "conflict")
            let page = try await client.get("/casos/\(Phone.id)", as: .operator)
            #expect(page.text.contains("Por resolver") && page.text.contains("Diga de qué persona se trata"))
        }
    }

    @Test func `a second handover of the same person is kept and settled by a person`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let sereno = try await town.enrolled(client)
            let officer = try await town.enrolled(client, seed: 77, by: .police, label: "F-07")
            let other = try await town.enrolled(client, seed: 120, by: .protection, label: "U-03")
            try await take(1, town, from: sereno, client)
            _ = try await client.send("/app/entregas", try packet(from: sereno, to: officer))
            let second = try packet(from: sereno, to: other, id: "2", post: "U-03")
            #expect(try await client.send("/app/entregas", second)["state"] == "conflict")
            #expect(
                try await town.state().people.first?.custody.current?.holder?.institution == "pnp-station")
            let kept = await town.house.book.handovers(of: try CaseID(reading: Phone.id))
            #expect(kept.map(\.conflict) == [nil, .another])
        }
    }

    @Test func `a handover without its report waits for a person, and so does one of an ended phone`()
        async throws
    {
        let town = try AppTown()
        try await town.open { client in
            let sereno = try await town.enrolled(client)
            let officer = try await town.enrolled(client, seed: 77, by: .police, label: "F-07")
            let reply = try await client.send("/app/entregas", try packet(from: sereno, to: officer))
            #expect(reply.status == .ok && reply["state"] == "conflict")
            let device = try #require(sereno.device.flatMap(DeviceID.init(reading:)))
            try await town.house.ports.devices.revoke(device, by: StaffMember.operator.acting)
            _ = try await client.send("/app/entregas", try packet(from: sereno, to: officer, id: "2"))
            let kept = await town.house.book.handovers(of: try CaseID(reading: Phone.id))
            #expect(kept.map(\.conflict) == [.unknownCase, .revoked])
        }
    }

    @Test func `a forged, a foreign and a broken handover is refused`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let sereno = try await town.enrolled(client)
            let officer = try await town.enrolled(client, seed: 77, by: .police, label: "F-07")
            let forged = try packet(from: sereno, to: officer, signedBy: sereno)
            #expect(try await client.send("/app/entregas", forged).fault == "signature")
            let toItself = try packet(from: sereno, to: sereno)
            #expect(try await client.send("/app/entregas", toItself).fault == "signature")
            var ghost = try Phone(55)
            ghost.device = "0badcafe"
            let unknown = try packet(from: ghost, to: officer)
            #expect(try await client.send("/app/entregas", unknown).fault == "unknown-device")
            let spaced = try packet(from: sereno, to: officer, post: "Persona de práctica")
            #expect(try await client.send("/app/entregas", spaced).fault == "unreadable")
            #expect(await town.house.book.handovers(of: try CaseID(reading: Phone.id)).isEmpty)
        }
    }
}
