import Catalog
import Testing

@testable import Web

struct WebTextsTests {
    @Test func `every key has words, and all words of the screens have a key`() throws {
        let texts = try Town.catalog().content.texts
        let declared = Set(WebTexts.requiredKeys)
        #expect(declared.count == WebTexts.requiredKeys.count)
        // What leaves the house is said by another room; the check of the catalogue knows the words of both.
        let written = Set(texts.keys).filter { !$0.hasPrefix("messages.") }
        #expect(declared.subtracting(written).sorted() == [])
        #expect(written.subtracting(declared).sorted() == [])
    }

    @Test func `no page shows a key or an unfilled place`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            var pages = [start]
            for path in [
                "/recibo", "/directorio?distrito=150135", "/manual", "/horario-de-limpieza", "/nada",
            ] {
                pages.append(try await client.get(path))
            }
            for to in ["calls", "seen", "sent"] {
                pages.append(try await client.goOn(from: start, ["district": Town.sanMartin], to: to))
            }
            for page in pages {
                #expect(
                    page.text.matches(of: /(street|common|directory|manual|receipt|errors)\.[a-z]+[.-][a-z]/)
                        .isEmpty)
                #expect(page.text.matches(of: /\{[a-z]+\}/).isEmpty)
            }
        }
    }
}
