import CaseRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct FailingJournalTests {
    @Test(arguments: [
        JournalFault.locked, .readOnly, .diskFull, .newerSchema(found: 2, known: 1), .damaged, .stopped,
        .other(code: "sqlite-10"),
    ])
    func `when nothing can be saved the calls are shown all the same`(fault: JournalFault) async throws {
        let town = try Town()
        await town.journal.fail(with: fault)
        try await town.open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(from: start, ["district": Town.sanMartin], to: "calls")
            #expect(calls.status == .ok)
            #expect(calls.calls.contains("tel:105"))
            #expect(calls.calls.contains("tel:080000205"))
            #expect(calls.text.contains("El aviso no se guardó"))
            #expect(!calls.text.contains("Recibido"))
        }
    }

    @Test func `the last page keeps every answer and can be sent again`() async throws {
        let town = try Town()
        await town.journal.fail(with: .diskFull)
        try await town.open { client in
            let start = try await client.get("/")
            let answers = [
                "district": Town.sanMartin, "people": "two", "fact.age": "minor", "sign.A02": "yes",
            ]
            let failed = try await client.goOn(from: start, answers, to: "sent")
            #expect(failed.status == .ok)
            #expect(failed.text.contains("El aviso no se guardó"))
            #expect(!failed.text.contains("Recibido"))
            #expect(failed.calls.contains("tel:105"))
            for (name, value) in answers { #expect(failed.hidden[name] == value) }

            await town.journal.fail(with: nil)
            let again = try await client.goOn(from: failed, [:], to: "sent")
            #expect(again.text.contains("Recibido a las 22:15"))
        }
    }

    @Test func `the probe says that nothing is acknowledged`() async throws {
        let town = try Town()
        try await town.open { client in
            let well = try await client.get("/salud")
            #expect(well.status == .ok)
            #expect(well.html.contains("\"status\":\"ok\""))
            await town.journal.fail(with: .stopped)
            let ill = try await client.get("/salud")
            #expect(ill.status == .serviceUnavailable)
            #expect(ill.headers[.contentType] == "application/json; charset=utf-8")
        }
    }
}
