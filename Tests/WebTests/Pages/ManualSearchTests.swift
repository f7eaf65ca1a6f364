import Catalog
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// The search of the manual without script: every word, whatever its accents; each result leads to its place.
struct ManualSearchTests {
    @Test func `every entry of the manual is found by its own words`() throws {
        let model = ManualModel(try Town.catalog().content)
        #expect(model.entries.count > 200)
        for entry in model.entries {
            let search = try #require(
                ManualSearch(String((entry.title + " " + entry.text).prefix(60)), in: model))
            #expect(search.more > 0 || search.results.contains(entry), "\(entry.title)")
        }
    }

    @Test func `accents and capitals do not count, and every word does`() throws {
        let model = ManualModel(try Town.catalog().content)
        let plain = try #require(ManualSearch("migracion", in: model))
        #expect(plain.results == ManualSearch("MIGRACIÓN", in: model)?.results && !plain.results.isEmpty)
        #expect(ManualSearch("migracion xyzw", in: model)?.results == [])
        #expect(ManualSearch("  . ", in: model) == nil)
    }

    @Test func `every result leads to a place on the page, and hostile words stay words`() async throws {
        try await Town().open { client in
            for typed in [
                "calidad+humanitaria", "1810", "reflexion", "%3Cscript%3Ealert(1)%3C/script%3E", "xyzw",
            ] {
                let page = try await client.get("/manual?buscar=" + typed)
                #expect(page.status == .ok && page.isInert, "\(typed)")
                let ids = Set(page.html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
                let links = page.html.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
                #expect(links.allSatisfy(ids.contains), "\(typed)")
            }
            let none = try await client.get("/manual?buscar=xyzw")
            #expect(none.text.contains("Encontrado: 0"))
        }
    }
}
