import Access
import CaseRegister
import HTTPTypes
import JSON
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The one free text of the street: sealed at once, opened with a reason and a leaf.
struct DetailTests {
    private static let detail = "Puerta azul «Zúñiga» segundo piso"
    private static let path = "/casos/\(Phone.id)/detalle"

    @Test func `the detail is opened with a reason by the unit that it is sealed to, once the log says so`()
        async throws
    {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let content = try Phone.content(["detail": .string(Self.detail)])
            #expect(try await client.send("/app/avisos", try phone.packet(content)).status == .ok)
            let page = try await client.get("/casos/\(Phone.id)", as: .operator)
            #expect(page.text.contains("Detalle escrito") && !page.html.contains("Zúñiga"))

            let without = try await client.post(Self.path, [:], as: .operator, isFresh: true)
            #expect(without.status == .unprocessableContent && !without.html.contains("Zúñiga"))
            #expect(await town.leaves("reveal") == 0)

            let stale = try await client.post(Self.path, ["motivo": "attend-person"], as: .operator)
            #expect(!stale.html.contains("Zúñiga"))
            let opened = try await client.post(
                Self.path, ["motivo": "attend-person"], as: .operator, isFresh: true)
            #expect(opened.status == .ok)
            #expect(opened.text.contains(Self.detail))
            #expect(opened.headers[.cacheControl] == "no-store")
            #expect(await town.leaves("reveal") == 1)
        }
    }

    @Test(arguments: [StaffMember.otherOperator, .caseManager, .police, .auditor, .administrator])
    func `whoever is not of that unit finds nothing there`(member: StaffMember) async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let content = try Phone.content(["detail": .string(Self.detail)])
            _ = try await client.send("/app/avisos", try phone.packet(content))
            let reply = try await client.post(
                Self.path, ["motivo": "attend-person"], as: member, isFresh: true)
            #expect(reply.status == .notFound)
            #expect(await town.leaves("reveal") == 0)
        }
    }

    @Test func `the detail stands nowhere in clear, and the journal has none`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let phone = try await town.enrolled(client)
            let content = try Phone.content(["detail": .string(Self.detail)])
            _ = try await client.send("/app/avisos", try phone.packet(content))
            let kept = await town.house.book.record(of: try CaseID(reading: Phone.id))
            let record = try #require(kept)
            #expect(record.unit == StaffMember.operator.acting.unit)
            let sealed = try #require(record.detail)
            let inside = try StaffMember.operator.keys.openText(
                sealed.bytes, in: ReportIntake.place(of: record.id))
            #expect(String(decoding: inside, as: UTF8.self) == Self.detail)
            let needle = Array("Zúñiga".utf8)
            #expect(!sealed.bytes.indices.contains { sealed.bytes[$0...].starts(with: needle) })
            for event in try await town.journal.history(of: record.id) {
                #expect(!event.event.payload.text(.canonical).contains("Zúñiga"))
                #expect(!event.event.payload.text(.canonical).contains("detail"))
            }
        }
    }

    @Test func `a detail that could be sealed to nobody is not kept, and the phone is told`() async throws {
        let town = try AppTown()
        try await town.open { client in
            let content = try Phone.content(["detail": .string(Self.detail), "district": "150101"])
            let reply = try await client.send("/app/avisos", try Phone(33).packet(content))
            #expect(reply.status == .ok)
            #expect(reply["remarks"] == ["unsigned", "detail"])
            let kept = await town.house.book.record(of: try CaseID(reading: Phone.id))
            #expect(kept?.detail == nil)
        }
    }
}
