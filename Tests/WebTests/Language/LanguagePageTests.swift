import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Access
@testable import Web

/// The same pages in the language that somebody chose: other words, and nothing else.
struct LanguagePageTests {
    private static let english: HTTPFields = [.cookie: "ruta-idioma=en"]
    private static let paths = [
        "/", "/directorio", "/directorio?distrito=150135", "/manual", "/recibo", "/accesibilidad",
        "/horario-de-limpieza", "/nada",
    ]

    @Test func `who chose nothing reads Spanish, whatever the phone is set to`() async throws {
        try await Town().open { client in
            var headers: HTTPFields = [:]
            headers[.acceptLanguage] = "en-US,en;q=0.9"
            for path in Self.paths {
                let page = try await client.get(path, headers: headers)
                #expect(page.html.contains("<html lang=\"es-PE\""), "\(path)")
            }
            let unknown = try await client.get("/", headers: [.cookie: "ruta-idioma=xx"])
            #expect(unknown.html.contains("<html lang=\"es-PE\""))
        }
    }

    @Test func `addresses, forms and fields are the same in both languages`() async throws {
        try await Town().open { client in
            for path in Self.paths {
                let spanish = try await client.get(path)
                let english = try await client.get(path, headers: Self.english)
                #expect(english.html.contains("<html lang=\"en\""), "\(path)")
                #expect(english.status == spanish.status)
                #expect(english.forms.map(\.path) == spanish.forms.map(\.path), "\(path)")
                #expect(
                    english.forms.map { $0.fields.keys.sorted() }
                        == spanish.forms.map { $0.fields.keys.sorted() })
                #expect(english.calls == spanish.calls, "\(path)")
            }
        }
    }

    @Test func `what a phone keeps is in the language of its address, whatever was chosen`() async throws {
        try await Town().open { client in
            for path in ["/manual", "/directorio", "/horario-de-limpieza"] {
                let english = try await client.get(path + "?idioma=en")
                #expect(english.html.contains("<html lang=\"en\""), "\(path)")
                let spanish = try await client.get(path + "?idioma=es-PE", headers: Self.english)
                #expect(spanish.html.contains("<html lang=\"es-PE\""), "\(path)")
                let unknown = try await client.get(path + "?idioma=xx")
                #expect(unknown.html.contains("<html lang=\"es-PE\""), "\(path)")
            }
            let start = try await client.get("/?idioma=en")
            #expect(start.html.contains("<html lang=\"es-PE\""))
        }
    }

    @Test func `the whole journey goes in English to a code that both languages know`() async throws {
        try await Town().open { client in
            var page = try await client.get("/", headers: Self.english)
            for step in ["calls", "seen", "sent"] {
                var fields = page.filled.merging(["district": Town.sanMartin]) { $1 }
                fields["to"] = step
                page = try await client.post("/", fields, headers: Self.english)
                #expect(page.status == .ok)
                #expect(page.html.contains("<html lang=\"en\""))
                #expect(SpanishLeft(try Town.catalog()).found(on: page) == [], "\(step)")
            }
            #expect(page.text.contains("Received at 22:15"))
            let code = try #require(page.html.firstMatch(of: /[A-Z0-9]{4}-[A-Z0-9]{4}/)?.output)
            let receipt = try await client.post("/recibo", ["code": String(code)])
            #expect(receipt.text.contains("Recibido el 23/11/2026 a las 22:15"))
        }
    }

    @Test func `no Spanish is left on an English page but what is marked as Spanish`() async throws {
        let spanish = SpanishLeft(try Town.catalog())
        try await Town().open { client in
            for path in Self.paths {
                let page = try await client.get(path, headers: Self.english)
                #expect(spanish.found(on: page) == [], "\(path)")
            }
            // The check itself: a Spanish page is full of it.
            let start = try await client.get("/").html.replacing("<html lang=\"es-PE\"", with: "<html")
            #expect(spanish.found(on: Visit(html: start)).count > 10)
        }
    }

    @Test func `what is said on the telephone is Spanish, marked as such, with its meaning`() async throws {
        try await Town().open { client in
            let start = try await client.get("/", headers: Self.english)
            var fields = start.filled
            fields["to"] = "calls"
            let page = try await client.post("/", fields, headers: Self.english)
            #expect(page.html.contains("<span lang=\"es-PE\">“Soy sereno."))
            #expect(page.text.contains("(I am a guard."))
        }
    }

    @Test func `the choice is kept for this host and leads back to the page`() async throws {
        try await Town(settings: WebSettings(isReachedByHTTPS: true)).open { client in
            let page = try await client.get("/directorio?distrito=150135")
            let form = try #require(page.forms.first { $0.path == "/idioma" })
            #expect(form.buttons.map(\.value) == ["en"])
            let answer = try await client.post("/idioma", form.fields.merging(["idioma": "en"]) { $1 })
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/directorio?distrito=150135")
            let cookie = try #require(answer.headers[.setCookie])
            for part in ["__Host-ruta-idioma=en", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
                #expect(cookie.contains(part), "\(cookie)")
            }
        }
    }

    @Test(arguments: [
        ("/directorio", "/directorio"), ("/manual?x=1", "/manual?x=1"), ("", "/"), ("//evil.example", "/"),
        ("https://evil.example/", "/"), ("/\\evil.example", "/"), ("//directorio", "/directorio"),
        ("/salir", "/"), ("/nada", "/"), ("/directorio\r\nX: y", "/"), ("/directorio#a", "/"),
        ("/tablero?a=%3Cb", "/tablero"), ("/casos/../cola", "/"),
    ])
    func `the way back leads to a page of this site and nowhere else`(asked: String, way: String) {
        #expect(LanguageRoutes.way(back: asked) == way)
    }

    @Test func `a language that is not there is refused`() async throws {
        try await Town().open { client in
            let answer = try await client.post("/idioma", ["idioma": "xx", "pagina": "/"])
            #expect(answer.status == WebFault.unreadable.status)
            #expect(answer.headers[.setCookie] == nil)
        }
    }

    @Test func `behind a form, and on the page of an error, there is no switch to lose answers with`()
        async throws
    {
        try await Town().open { client in
            let start = try await client.get("/")
            #expect(start.forms.contains { $0.path == "/idioma" })
            for to in ["calls", "seen", "sent"] {
                let page = try await client.goOn(from: start, [:], to: to)
                #expect(!page.forms.contains { $0.path == "/idioma" }, "\(to)")
            }
            let absent = try await client.get("/nada")
            #expect(!absent.forms.contains { $0.path == "/idioma" })
        }
    }

    @Test func `a changed number is in force in both languages at once`() throws {
        let site = Site(catalog: try Town.catalog(), settings: WebSettings())
        let english = Site(site, in: .english)
        let contact = try #require(site.catalog.content.contacts.first { $0.kind == .mobile })
        let change = NumberChange(
            try RecordID(reading: String(repeating: "a", count: 32)), of: contact.id.text, version: 1,
            to: .init("987654321", extension: nil), because: .officialNotice,
            made: Stamp(actor: StaffMember.administrator.acting.account, instant: Town.night))
        site.inForce.follow(DirectoryNotes(calls: [], changes: [change]))
        #expect(site.catalog.content.contacts[contact.id]?.value == "987654321")
        #expect(english.catalog.content.contacts[contact.id]?.value == "987654321")
        #expect(english.inForce.standing.revision == site.inForce.standing.revision)
        #expect(english.catalog.content.steps["emergency-police"]?.title == "Call 105 now")
    }
}
