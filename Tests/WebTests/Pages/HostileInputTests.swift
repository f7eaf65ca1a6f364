import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct HostileInputTests {
    /// What somebody might type to have it run in another's browser.
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)",
        "</title><svg/onload=alert(1)>", "</option></select><script>alert(1)</script>", "javascript:alert(1)",
        "--><script>alert(1)</script>", "\u{2028}<b onclick=alert(1)>", "＜script＞alert(1)＜/script＞",
        "{{7*7}}",
    ]

    private static let streetFields = [
        "report", "district", "people", "from", "to", "fact.danger", "fact.age", "fact.official-implicated",
        "fact.<script>alert(1)</script>", "sign.A01", "sign.\"><script>alert(1)</script>",
    ]

    @Test(arguments: hostile, streetFields)
    func `nothing that is sent to the street comes back as markup`(text: String, field: String) async throws {
        try await Town().open { client in
            let page = try await client.post("/", [field: text])
            #expect(page.isInert)
            #expect(!page.html.contains(text))
        }
    }

    @Test(arguments: hostile)
    func `nothing that is typed as a code comes back as markup`(text: String) async throws {
        try await Town().open { client in
            let page = try await client.post("/recibo", ["code": text])
            #expect(page.status == .unprocessableContent)
            #expect(page.isInert)
        }
    }

    @Test(arguments: ["%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%3E", "150135%00", "%ff"])
    func `nothing in an address comes back as markup`(text: String) async throws {
        try await Town().open { client in
            let directory = try await client.get("/directorio?distrito=\(text)")
            #expect(directory.status == .unprocessableContent)
            #expect(directory.isInert)
            let missing = try await client.get("/\(text)?\(text)")
            #expect(missing.status == .notFound)
            #expect(missing.isInert)
        }
    }
}
