import Catalog
import HTML
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

struct FaultPageTests {
    @Test func `a page that is not there is explained in words`() async throws {
        try await Town().open { client in
            for path in [
                "/nada", "/assets/otro.css", "/manual/uno", "//", "/.git/config", "/%2e%2e/etc/passwd",
            ] {
                let page = try await client.get(path)
                if path == "//" { continue }
                #expect(page.status == .notFound, "\(path)")
                try expectWords(of: .notFound, on: page)
                #expect(page.calls == ["tel:105"])
            }
        }
    }

    @Test(arguments: [
        ("/", HTTPRequest.Method.put), ("/manual", .post), ("/directorio", .delete), ("/salud", .post),
    ])
    func `another method is refused with the ones that work`(path: String, method: HTTPRequest.Method)
        async throws
    {
        try await Town().open { client in
            let page = try await client.execute(uri: path, method: method) { Visit($0) }
            #expect(page.status == .methodNotAllowed)
            #expect(page.headers[.allow]?.contains("GET") ?? false)
            try expectWords(of: .methodNotAllowed([]), on: page)
        }
    }

    @Test(arguments: ["/", "/recibo"])
    func `a form beyond sixteen kilobytes is refused`(path: String) async throws {
        try await Town().open { client in
            let long = "code=" + String(repeating: "a", count: FormFields.mostBytes)
            let page = try await client.post(path, raw: long)
            #expect(page.status == .contentTooLarge)
            try expectWords(of: .tooLarge, on: page)
        }
    }

    @Test func `a form of another kind or from another site is refused`() async throws {
        try await Town().open { client in
            let json = try await client.post("/", raw: "{}", headers: [.contentType: "application/json"])
            #expect(json.status == .unprocessableContent)
            try expectWords(of: .unreadable, on: json)
            let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let foreign = try await client.post("/", raw: "to=calls", headers: [fetchSite: "cross-site"])
            #expect(foreign.status == .unprocessableContent)
        }
    }

    @Test func `a failure of ours is ours, and says whom to call`() throws {
        let site = try Town().web.site
        let page = FaultView(fault: .broken, calls: site.firstCalls, texts: site.texts).document.main.text
        #expect(page.contains("105"))
        #expect(page.contains("0800-00-205"))
    }

    /// What happened, what is safe, what to do; and a way on.
    private func expectWords(of fault: WebFault, on page: Visit) throws {
        let texts = try Town.catalog().content.texts
        let keys: [FaultText] =
            switch fault {
            case .mustEnter: []
            case .notFound: [.notFoundTitle, .notFoundWhat, .notFoundSafe, .notFoundDo]
            case .methodNotAllowed: [.methodTitle, .methodWhat, .methodSafe, .methodDo]
            case .tooLarge: [.tooLargeTitle, .tooLargeWhat, .tooLargeSafe, .tooLargeDo]
            case .unreadable: [.unreadableTitle, .unreadableWhat, .unreadableSafe, .unreadableDo]
            case .tooMany: [.tooManyTitle, .tooManyWhat, .tooManySafe, .tooManyDo]
            case .broken: [.brokenTitle, .brokenWhat, .brokenSafe, .brokenDo]
            }
        for key in keys { #expect(page.text.contains(texts[key])) }
        #expect(page.html.contains("href=\"/\""))
        #expect(page.headers[.cacheControl] == "no-store")
    }
}
