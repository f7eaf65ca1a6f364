import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// Entering: owners get to their page, and strangers learn nothing from being refused.
struct EntranceTests {
    @Test func `each role enters and lands on its own page`() async throws {
        let town = try EntryTown()
        try await town.open { client in
            for (number, role) in Role.allCases.enumerated() {
                let code = "ZZ-0\(number)"
                try await town.enrol(code, role)
                let entered = try await client.post("/entrar", town.credentials(code))
                #expect(entered.sentTo == HomePage.of(role).rawValue, "\(role)")
                let cookie = try #require(entered.headers[.setCookie])
                #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
                let session: HTTPFields = [.cookie: try #require(entered.cookie)]
                let home = try await client.get(HomePage.of(role).rawValue, headers: session)
                #expect(home.status == .ok, "\(role)")
                #expect(home.html.contains("<span>\(code)</span>"))
            }
        }
    }

    @Test func `behind https the cookie is bound to the host`() async throws {
        let town = try EntryTown(settings: WebSettings(isReachedByHTTPS: true))
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let entered = try await client.post("/entrar", town.credentials("OP-12"))
            let cookie = try #require(entered.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-ruta-sesion="))
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
        }
    }

    @Test func `a wrong passphrase, wrong digits and no account look the same`() async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let right = town.digits(of: "OP-12")
            let refused = [
                try await client.post(
                    "/entrar", town.credentials("OP-12", passphrase: "otra frase que no es la suya")),
                try await client.post(
                    "/entrar", town.credentials("OP-12", digits: right == "000000" ? "000001" : "000000")),
                try await client.post("/entrar", town.credentials("OP-99", digits: right)),
                try await client.post("/entrar", ["cuenta": "OP-12"]),
            ]
            for visit in refused {
                #expect(visit.status == .unprocessableContent)
                #expect(visit.headers == refused[0].headers)
                #expect(visit.cookie == nil)
                #expect(visit.html.replacing("OP-99", with: "OP-12") == refused[0].html)
            }
            #expect(refused[0].text.contains(Words<EnterText>(town.web.site.texts)[.refused]))
        }
    }

    @Test func `no secret comes back in the page`() async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let refused = try await client.post(
                "/entrar", town.credentials("OP-12", passphrase: "secreto que no vuelve", digits: "918273"))
            #expect(!refused.html.contains("secreto que no vuelve"))
            #expect(!refused.html.contains("918273"))
        }
    }

    @Test func `after five tries everybody waits, and the owner still enters`() async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let wrong = town.credentials("OP-12", digits: "x")
            for _ in 0..<5 {
                #expect(try await client.post("/entrar", wrong).status == .unprocessableContent)
            }
            for credentials in [wrong, town.credentials("OP-12")] {
                let delayed = try await client.post("/entrar", credentials)
                #expect(delayed.status == .tooManyRequests)
                #expect(delayed.headers[.retryAfter] == "1")
                let words = Words<EnterText>(town.web.site.texts)
                #expect(delayed.text.contains(words[.wait, ["seconds": "1"]]))
                #expect(delayed.cookie == nil)
            }
            town.clock.goOn(seconds: 1)
            #expect(try await client.post("/entrar", wrong).status == .unprocessableContent)
            #expect(try await client.post("/entrar", wrong).headers[.retryAfter] == "2")
            town.clock.goOn(seconds: 60)
            #expect(try await client.post("/entrar", town.credentials("OP-12")).sentTo == "/cola")
        }
    }

    @Test func `six digits open once`() async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            #expect(try await client.post("/entrar", town.credentials("OP-12")).sentTo == "/cola")
            let again = try await client.post("/entrar", town.credentials("OP-12"))
            #expect(again.status == .unprocessableContent)
        }
    }

    @Test func `an invitation becomes an account that enters, once`() async throws {
        let town = try EntryTown()
        let invitation = try await town.desk.found(EntryTown.centre, first: .administrator).invitation
        try await town.open { client in
            var form = ["papel": invitation.link.text, "voz": invitation.spoken]
            let opened = try await client.post("/invitacion", form)
            #expect(opened.status == .ok)
            let secret = try #require(opened.html.firstMatch(of: /[A-Z2-7]{32}/).map { String($0.output) })
            let factor = try #require(TimeCode.secret(reading: secret))
            func digits() -> String {
                TimeCode.code(secret: factor, at: town.clock.now.millisecondsSinceEpoch)
            }
            form["clave"] = "corta"
            form["codigo"] = digits()
            #expect(try await client.post("/invitacion", form).status == .unprocessableContent)
            form["clave"] = EntryTown.passphrase
            #expect(try await client.post("/invitacion", form).sentTo == "/entrar")
            #expect(try await client.post("/invitacion", form).status == .unprocessableContent)
            town.clock.goOn(seconds: 60)
            let entered = try await client.post(
                "/entrar", town.credentials(invitation.account.text, digits: digits()))
            #expect(entered.sentTo == "/cuentas")
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x>", "' OR 1=1 --", "%00", "{{7*7}}", "${7}", "\u{202E}abc",
        String(repeating: "9", count: 4_000),
    ])
    func `hostile text in any field is text`(hostile: String) async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            for field in ["cuenta", "clave", "codigo", "compartido", "llevado-a", "llevado.x"] {
                var form = town.credentials("OP-12", digits: "x")
                form[field] = hostile
                let visit = try await client.post("/entrar", form)
                #expect([.unprocessableContent, .tooManyRequests].contains(visit.status), "\(field)")
                #expect(!visit.html.contains("<script>alert") && !visit.html.contains("<img src=x"))
                #expect(visit.cookie == nil)
                let invited = try await client.post("/invitacion", ["papel": hostile, "voz": hostile])
                #expect(invited.status == .unprocessableContent)
                #expect(!invited.html.contains("<script>alert") && !invited.html.contains("<img src=x"))
            }
        }
    }

    @Test func `a form from another site, or one too large, is refused`() async throws {
        let town = try EntryTown()
        try await town.enrol("OP-12", .operator)
        try await town.open { client in
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let foreign = try await client.post(
                "/entrar", town.credentials("OP-12"), headers: [site: "cross-site"])
            #expect(foreign.status == .unprocessableContent)
            #expect(foreign.cookie == nil)
            let large = try await client.post("/entrar", raw: String(repeating: "a", count: 20_000))
            #expect(large.status == .contentTooLarge)
        }
    }
}
