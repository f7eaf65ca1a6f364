import CaseRegister
import Catalog
import HummingbirdTesting
import Testing

@testable import Web

struct ImplicatedGuardTests {
    @Test(arguments: ["start", "calls", "seen", "sent"], [false, true])
    func `with a guard implicated no page sends to the guards' radio`(page: String, isFailing: Bool)
        async throws
    {
        let town = try Town()
        if isFailing { await town.journal.fail(with: .diskFull) }
        try await town.open { client in
            let start = try await client.get("/")
            let shown = try await client.goOn(
                from: start, ["district": Town.sanMartin, "fact.official-implicated": "serenazgo"], to: page)
            #expect(!shown.text.contains("su central"))
            #expect(!shown.text.contains("por radio"))
            #expect(shown.text.contains("1818, opción 1, o a la fiscalía"))
        }
    }

    @Test(arguments: ["no", "police", "other"])
    func `otherwise the guards' radio helps`(implicated: String) async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let seen = try await client.goOn(
                from: start, ["fact.official-implicated": implicated], to: "seen")
            #expect(seen.text.contains("Ayuda: su central, por radio."))
        }
    }
}
