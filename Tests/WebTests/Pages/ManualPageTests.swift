import Catalog
import HummingbirdTesting
import Testing

@testable import Web

struct ManualPageTests {
    @Test func `the manual holds everything the catalogue says`() async throws {
        let content = try Town.catalog().content
        try await Town().open { client in
            let page = try await client.get("/manual")
            for section in ManualSection.allCases {
                #expect(page.html.contains("id=\"\(section.rawValue)\""))
            }
            let texts =
                content.flow.map(\.title) + content.indicators.map(\.text) + content.glossary.map(\.text)
                + content.rights.map(\.text) + content.conduct.map(\.dont) + content.duties.map(\.text)
                + content.institutions.map(\.role) + content.warnings.map(\.lawSays)
                + content.sources.map(\.cite)
            let shown = page.text
            for text in texts {
                let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
                #expect(shown.contains(words), "\(words)")
            }
            #expect(content.indicators.count == 56)
        }
    }

    @Test func `every link inside the manual leads somewhere`() async throws {
        try await Town().open { client in
            let page = try await client.get("/manual")
            let ids = Set(page.html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
            for link in page.html.matches(of: /href="#([^"]+)"/) {
                #expect(ids.contains(String(link.output.1)))
            }
        }
    }
}
