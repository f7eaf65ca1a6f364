import Access
import CaseRegister
import HTTPTypes
import JSON
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// What the server makes of a sealed report.
struct IntakePageTests {
    @Test func `a signed report is recorded, acknowledged after the commit, and never twice`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let packet = try phone.packet(try Phone.content())
            let first = try await client.send("/app/avisos", packet)
            #expect(first.status == .ok)
            #expect(first["id"]?.string == Phone.id)
            #expect(first["repeat"] == false)
            #expect(first["remarks"] == [])
            #expect(first["receivedAt"]?.integer == Town.night.millisecondsSinceEpoch)
            #expect(first.headers[.cacheControl] == "no-store")
            #expect(first.headers[.contentType] == "application/json; charset=utf-8")
            let state = try await town.state()
            #expect(state.version == 1)
            #expect(state.reference?.text == first["code"]?.string)
            #expect(state.opened?.actor.text == "device-\(phone.device ?? "")")
            #expect(state.standing?.district == Town.sanMartin)
            let again = try await client.send("/app/avisos", packet)
            #expect(again["code"] == first["code"])
            #expect(again["repeat"] == true)
            #expect(try await town.state().version == 1)
        }
    }

    @Test func `a report sealed anew corrects the first, and a late copy corrects nothing`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let now = Town.night.millisecondsSinceEpoch
            let first = try phone.packet(try Phone.content(["sent": .integer(now - 9_000)]))
            let second = try phone.packet(try Phone.content(["people": "two", "sent": .integer(now - 500)]))
            _ = try await client.send("/app/avisos", first)
            #expect(try await client.send("/app/avisos", second).status == .ok)
            #expect(try await town.state().standing?.people == .two)
            let late = try await client.send("/app/avisos", first)
            #expect(late.status == .ok && late["repeat"] == true)
            #expect(try await town.state().standing?.people == .two)
        }
        let other = try AppTown()
        try await other.open { client in
            let phone = try await other.enrolled(client)
            let now = Town.night.millisecondsSinceEpoch
            let newer = try phone.packet(try Phone.content(["people": "two", "sent": .integer(now - 500)]))
            let older = try phone.packet(try Phone.content(["sent": .integer(now - 9_000)]))
            for packet in [newer, older] { _ = try await client.send("/app/avisos", packet) }
            #expect(try await other.state().standing?.people == .two)
        }
    }

    @Test func `nobody else corrects what a device has signed`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let stranger = try await town.enrolled(client, seed: 77, label: "S-2")
            let nobody = try Phone(90)
            _ = try await client.send("/app/avisos", try phone.packet(try Phone.content()))
            let later = Town.night.millisecondsSinceEpoch
            for other in [stranger, nobody] {
                let packet = try other.packet(try Phone.content(["people": "two", "sent": .integer(later)]))
                let reply = try await client.send("/app/avisos", packet)
                #expect(reply.status == .unprocessableContent && reply.fault == "content")
            }
            #expect(try await town.state().version == 1)
        }
    }

    @Test func `a report that nobody signed is taken, and marked`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let reply = try await client.send("/app/avisos", try Phone(33).packet(try Phone.content()))
            #expect(reply.status == .ok)
            #expect(reply["remarks"] == ["unsigned"])
            let page = try await client.get("/casos/\(Phone.id)", as: .operator)
            #expect(page.text.contains("No lo firmó ningún equipo"))
        }
    }

    @Test func `every fault has its answer, and leaves no trace`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let forger = try Phone(99)
            var ghost = try Phone(55)
            ghost.device = "0badcafe"
            let content = try Phone.content()
            let good = try phone.packet(content)
            func with(_ name: String, _ value: JSON) -> JSON {
                .object((good.object ?? []).map { $0.key == name ? JSON.Member(name, value) : $0 })
            }
            let cases: [(JSON, HTTPResponse.Status, String)] = [
                (try phone.packet(content, version: 0), .upgradeRequired, "version"),
                (try phone.packet(content, version: 2), .serviceUnavailable, "closed"),
                (try phone.packet(content, signedBy: forger), .unprocessableContent, "signature"),
                (try ghost.packet(content), .unprocessableContent, "unknown-device"),
                (try phone.packet(content, intake: "0123456789abcdef"), .conflict, "intake-key"),
                (with("id", "5f1d0c2b7a9e4836b1c4d2e3f4a5b6c8"), .unprocessableContent, "signature"),
                (with("box", "AAAA"), .unprocessableContent, "signature"),
                (with("sig", .null), .unprocessableContent, "unreadable"),
                (with("enc", 4), .unprocessableContent, "unreadable"),
                (.object((good.object ?? []) + [JSON.Member("x", 1)]), .unprocessableContent, "unreadable"),
                ([], .unprocessableContent, "unreadable"), (.null, .unprocessableContent, "unreadable"),
            ]
            for (packet, status, fault) in cases {
                let reply = try await client.send("/app/avisos", packet)
                #expect(reply.status == status, "\(fault)")
                #expect(reply.fault == fault)
                town.clock.turn(hours: 1)
            }
            #expect(try await town.state().version == 0)
            #expect(await town.house.book.record(of: try CaseID(reading: Phone.id)) == nil)
        }
    }

    @Test func `content that is no report is refused, whatever is wrong with it`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let wrong: [[String: JSON]] = [
                ["name": "Persona de práctica 1"], ["facts": ["age": "nineteen"]],
                ["facts": ["nothing": "yes"]],
                ["facts": ["fiscal-district": "lima-norte"]], ["level": "worst"], ["steps": ["call-mother"]],
                ["signs": ["no-sign"]], ["district": "15013"], ["made": .null], ["sent": "now"],
                ["people": "seven"], ["detail": ""], ["detail": .string(String(repeating: "a", count: 501))],
                ["flags": ["shout"]], ["calls": [["step": "notify-police", "at": 1]]], ["catalog": .null],
                ["made": -1], ["calls": [["answered": "yes", "at": 1, "step": "no such step"]]],
            ]
            for changes in wrong {
                let reply = try await client.send("/app/avisos", try phone.packet(try Phone.content(changes)))
                #expect(reply.status == .unprocessableContent && reply.fault == "content", "\(changes.keys)")
                town.clock.turn(hours: 1)
            }
            #expect(try await town.state().version == 0)
        }
    }

    @Test func `hostile bytes get an answer and nothing else`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let deep = Array(String(repeating: "[", count: 5_000).utf8)
            let hostile: [[UInt8]] = [
                [], [0], Array("{".utf8), deep, Array("{\"v\":1,\"v\":1}".utf8), [0xFF, 0xFE, 0x00],
                Array("{\"v\":1e400}".utf8), Array("{\"v\":1,\"id\":\"\\ud800\"}".utf8),
                Array(repeating: 0x20, count: 60_000),
            ]
            for path in ["/app/avisos", "/app/estados", "/app/equipos", "/app/entregas"] {
                for bytes in hostile {
                    let reply = try await client.send(path, bytes: bytes)
                    #expect(reply.status == .unprocessableContent && reply.fault == "unreadable", "\(path)")
                    town.clock.turn(hours: 1)
                }
                let huge = try await client.send(path, bytes: Array(repeating: 0x20, count: 65_537))
                #expect(huge.status == .contentTooLarge)
                town.clock.turn(hours: 1)
            }
        }
    }

    @Test func `a device that was ended or has expired is told so`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let device = try #require(phone.device.flatMap(DeviceID.init(reading:)))
            try await town.house.ports.devices.revoke(device, by: StaffMember.operator.acting)
            let ended = try await client.send("/app/avisos", try phone.packet(try Phone.content()))
            #expect(ended.status == .forbidden && ended.fault == "revoked")
            let other = try await town.enrolled(client, seed: 44, label: "S-2")
            town.clock.turn(hours: 24 * 90)
            let packet = try other.packet(try Phone.content(at: town.clock.now))
            #expect(try await client.send("/app/avisos", packet).fault == "revoked")
            #expect(try await town.state().version == 0)
        }
    }

    @Test func `one device sends ten at once and then one every two minutes`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            for number in 0..<11 {
                let id = String(repeating: "0", count: 30) + (number < 10 ? "a\(number)" : "b0")
                let reply = try await client.send(
                    "/app/avisos", try phone.packet(try Phone.content(), id: id))
                #expect(reply.status == (number < 10 ? .ok : .tooManyRequests))
                if number == 10 { #expect(reply["retryAfter"]?.integer == 120) }
            }
            // Whoever has no device is counted by where they come from.
            let nobody = try Phone(90)
            var last: AppReply?
            for number in 0..<11 {
                let id = String(repeating: "1", count: 30) + (number < 10 ? "a\(number)" : "b0")
                last = try await client.send("/app/avisos", try nobody.packet(try Phone.content(), id: id))
            }
            #expect(last?.status == .tooManyRequests && last?["retryAfter"]?.integer == 1)
        }
    }

    @Test func `clocks, catalogues and districts that do not fit are shown and not guessed`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let now = Town.night.millisecondsSinceEpoch
            let year: Int64 = 365 * 86_400_000
            let unknown: JSON = ["hash": .string(String(repeating: "ab", count: 32)), "version": "2031.1.1"]
            let cases: [(String, [String: JSON], String)] = [
                ("a1", ["made": .integer(now + year), "sent": .integer(now + year + 1)], "clock"),
                ("a2", ["made": .integer(now - year), "sent": .integer(now - year + 1)], "clock"),
                ("a3", ["sent": .integer(now - 500_000)], "clock"),
                ("a4", ["district": "150132"], "district"), ("a5", ["district": "999999"], "district"),
                ("a6", ["catalog": unknown, "facts": ["new-fact": "yes"]], "catalog-unknown"),
            ]
            for (end, changes, mark) in cases {
                let id = String(repeating: "0", count: 30) + end
                let packet = try phone.packet(try Phone.content(changes), id: id)
                let reply = try await client.send("/app/avisos", packet)
                #expect(reply.status == .ok)
                #expect(reply["remarks"]?.array?.contains(.string(mark)) == true, "\(mark)")
                guard end == "a1" else { continue }
                #expect(try await client.send("/app/avisos", packet)["remarks"] == reply["remarks"])
            }
            let page = try await client.get("/casos/\(String(repeating: "0", count: 30))a6", as: .operator)
            #expect(page.text.contains("Se hizo con reglas que esta central no conoce"))
            let clocks = try await client.get("/casos/\(String(repeating: "0", count: 30))a1", as: .operator)
            #expect(clocks.text.contains("El reloj del teléfono no puede estar bien"))
            #expect(clocks.text.contains("según el teléfono") && clocks.text.contains("según la central"))
        }
    }

    @Test func `a catalogue that was in force before is old and not unknown`() async throws {
        let town = try AppTown()
        let old = String(repeating: "cd", count: 32)
        _ = await town.house.book.catalogInForce(old, version: "2025.1.1", at: Town.morning)
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let content = try Phone.content(["catalog": ["hash": .string(old), "version": "2025.1.1"]])
            let reply = try await client.send("/app/avisos", try phone.packet(content))
            #expect(reply["remarks"] == ["catalog-old"])
        }
    }

    @Test func `duress stands in the queue and on the case, and nothing later takes it back`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let now = Town.night.millisecondsSinceEpoch
            let forced = try Phone.content(["flags": ["duress"], "sent": .integer(now - 900)])
            let reply = try await client.send("/app/avisos", try phone.packet(forced))
            #expect(reply["remarks"] == [])
            let calm = try Phone.content(["level": "observation", "sent": .integer(now - 100)])
            _ = try await client.send("/app/avisos", try phone.packet(calm))
            #expect(try await client.get("/cola", as: .operator).text.contains("▲ Posible coacción"))
            let page = try await client.get("/casos/\(Phone.id)", as: .operator)
            #expect(page.text.contains("No llame al teléfono"))
            #expect(page.text.contains("▲ Posible coacción"))
        }
    }

    @Test func `the safe words are told by the id alone, and of nothing else`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            _ = try await client.send("/app/avisos", try phone.packet(try Phone.content()))
            let other = String(repeating: "9", count: 32)
            let reply = try await client.send(
                "/app/estados", ["ids": [.string(Phone.id), .string(other), "no-id", 4], "v": 1])
            #expect(reply.status == .ok)
            #expect(reply["states"] == [Phone.id: "received"].json)
            let many = try await client.send(
                "/app/estados", ["ids": .array((0..<51).map { .string("\($0)") }), "v": 1])
            #expect(many.status == .unprocessableContent)
        }
    }
}

extension [String: JSON] {
    fileprivate var json: JSON { .object(map { JSON.Member($0.key, $0.value) }) }
}
