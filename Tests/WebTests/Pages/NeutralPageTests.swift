import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct NeutralPageTests {
    @Test func `the way out stands on every street page and needs no script`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            for to in ["start", "calls", "seen", "sent"] {
                let page = try await client.goOn(from: start, [:], to: to)
                #expect(page.html.contains("href=\"/horario-de-limpieza\" rel=\"noreferrer\""))
            }
        }
    }

    @Test func `the page behind it says nothing of what this site is for`() async throws {
        try await Town().open { client in
            let page = try await client.get("/horario-de-limpieza")
            #expect(page.status == .ok)
            for word in ["trata", "caso", "policía", "fiscal", "105", "aviso", "Ruta", "manual", "tel:"] {
                #expect(!page.text.contains(word), "\(word)")
            }
        }
    }
}
