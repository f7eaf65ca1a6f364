import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct ReceiptPageTests {
    @Test func `a code says the state and the hour, and nothing else`() async throws {
        let town = try Town()
        try await town.open { client in
            let start = try await client.get("/")
            let sent = try await client.goOn(
                from: start, ["district": Town.sanMartin, "fact.sexual-exploitation": "yes"], to: "sent")
            let code = String(try #require(sent.html.firstMatch(of: /bigcode">([^<]+)</)?.output.1))
            for typed in [code, code.lowercased(), code.replacing("-", with: " ")] {
                let page = try await client.post("/recibo", ["code": typed])
                #expect(page.status == .ok)
                #expect(page.text.contains("Recibido el 23/11/2026 a las 22:15"))
                #expect(!page.text.contains("San Martín"))
                #expect(!page.html.contains("explo"))
            }
        }
    }

    @Test(arguments: [
        ("", "Falta el código"), ("K7Q2", "Usted escribió 4"),
        ("K7Q2-M3X0", "Hay una letra que ningún código tiene"),
    ])
    func `a code that cannot be one is told how`(typed: String, words: String) async throws {
        try await Town().open { client in
            let page = try await client.post("/recibo", ["code": typed])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(words))
        }
    }

    @Test func `a slip and an unknown code are two different answers`() async throws {
        let unknown = CaseReference(random: SeededSource().bytes(14)).text
        let last = try #require(unknown.last)
        let slip = unknown.dropLast() + (last == "2" ? "3" : "2")
        try await Town().open { client in
            let wrong = try await client.post("/recibo", ["code": String(slip)])
            #expect(wrong.text.contains("Una letra o un número no va"))
            let missing = try await client.post("/recibo", ["code": unknown])
            #expect(missing.status == .notFound)
            #expect(missing.text.contains("aquí no hay un aviso con él"))
        }
    }
}
