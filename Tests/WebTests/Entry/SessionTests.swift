import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The life of a session: it ends when it should, at once, and takes nothing typed with it.
struct SessionTests {
    @Test func `who leaves is out, and the browser forgets`() async throws {
        try await Self.entered { town, client, session in
            let page = try await client.get("/mi-cuenta", headers: session)
            let token = try #require(page.hidden[Gate.tokenField])
            let without = try await client.post("/salir", [:], headers: session)
            #expect(without.status == .unprocessableContent)
            #expect(try await client.get("/mi-cuenta", headers: session).status == .ok)

            let left = try await client.post("/salir", [Gate.tokenField: token], headers: session)
            #expect(left.sentTo == "/entrar")
            let name = try #require(HTTPField.Name("Clear-Site-Data"))
            #expect(left.headers[name] == "\"cache\", \"cookies\", \"storage\"")
            #expect(left.headers[.setCookie]?.hasSuffix("; Max-Age=0") == true)
            #expect(try await client.get("/mi-cuenta", headers: session).sentTo == "/entrar")
            #expect(try await town.sessions.list(of: try ActorID(reading: "OP-12")).isEmpty)
        }
    }

    @Test func `a quarter of an hour without use ends it, and use does not`() async throws {
        try await Self.entered { town, client, session in
            for _ in 0..<3 {
                town.clock.goOn(seconds: 14 * 60)
                #expect(try await Self.isOpen(client, session))
            }
            town.clock.goOn(seconds: 15 * 60)
            let isOpen = try await Self.isOpen(client, session)
            #expect(!isOpen)
        }
    }

    @Test func `where other people pass, five minutes end it`() async throws {
        try await Self.entered(more: [EnterRoutes.sharedField: "si"]) { town, client, session in
            town.clock.goOn(seconds: 299)
            #expect(try await Self.isOpen(client, session))
            town.clock.goOn(seconds: 300)
            let isOpen = try await Self.isOpen(client, session)
            #expect(!isOpen)
        }
    }

    @Test func `twelve hours end it, whatever is done in them`() async throws {
        try await Self.entered { town, client, session in
            for _ in 0..<71 {
                town.clock.goOn(seconds: 600)
                #expect(try await Self.isOpen(client, session))
            }
            town.clock.goOn(seconds: 600)
            let isOpen = try await Self.isOpen(client, session)
            #expect(!isOpen)
        }
    }

    @Test func `a third session ends the first, and the page can end the second`() async throws {
        try await Self.entered { town, client, first in
            let second = try await town.enter("OP-12", client)
            let third = try await town.enter("OP-12", client)
            #expect(try await client.get("/mi-cuenta", headers: first).sentTo == "/entrar")
            let page = try await client.get("/mi-cuenta", headers: third)
            let other = try #require(page.hidden[AccountRoutes.sessionField])
            let end = [AccountRoutes.verbField: "cerrar", AccountRoutes.sessionField: other]

            for wrong in [end, end.merging([Gate.tokenField: "otro"]) { $1 }] {
                let refused = try await client.post("/mi-cuenta", wrong, headers: third)
                #expect(refused.status == .unprocessableContent)
                #expect(try await client.get("/mi-cuenta", headers: second).status == .ok)
            }
            let token = try #require(page.hidden[Gate.tokenField])
            let done = try await client.post(
                "/mi-cuenta", end.merging([Gate.tokenField: token]) { $1 }, headers: third)
            #expect(done.status == .ok)
            #expect(try await client.get("/mi-cuenta", headers: second).sentTo == "/entrar")
        }
    }

    @Test func `what was typed when the session ended is sent after entering again`() async throws {
        try await Self.entered { town, client, session in
            let token = try #require(
                try await client.get("/mi-cuenta", headers: session).hidden[Gate.tokenField])
            town.clock.goOn(seconds: 3_600)
            let typed = "ñandú <b>\"&' 100 %"
            let ended = try await client.post(
                "/mi-cuenta",
                [
                    Gate.tokenField: token, AccountRoutes.verbField: "cerrar",
                    AccountRoutes.sessionField: typed, AccountRoutes.secretField: "frase que no se lleva",
                ], headers: session)
            #expect(ended.status == .unauthorized)
            #expect(ended.text.contains(Words<EnterText>(town.web.site.texts)[.ended]))
            #expect(!ended.html.contains("frase que no se lleva"))
            #expect(!ended.html.contains(token))

            // A wrong try on the way loses nothing either.
            let wrong = try await client.post(
                "/entrar",
                Self.unescaped(ended.hidden).merging(town.credentials("OP-12", digits: "x")) { $1 })
            #expect(wrong.status == .unprocessableContent)
            let entered = try await client.post(
                "/entrar", Self.unescaped(wrong.hidden).merging(town.credentials("OP-12")) { $1 })
            #expect(entered.status == .ok)
            let resumed = Self.unescaped(entered.hidden)
            #expect(resumed[AccountRoutes.sessionField] == typed)
            #expect(resumed[AccountRoutes.verbField] == "cerrar")
            #expect(entered.html.contains("action=\"/mi-cuenta\""))
            let again = try await client.post(
                "/mi-cuenta", resumed, headers: [.cookie: try #require(entered.cookie)])
            #expect(again.status == .ok)
            #expect(again.text.contains(Words<AccountText>(town.web.site.texts)[.ended]))
        }
    }

    @Test func `a form to nowhere of ours is not carried`() async throws {
        try await Self.entered { town, client, _ in
            for path in ["https://otro.example/x", "//otro.example", "/entrar", "/salir", "/\"><b>"] {
                town.clock.goOn(seconds: 60)
                let form = ["llevado-a": path, "llevado.acto": "x"]
                let entered = try await client.post(
                    "/entrar", form.merging(town.credentials("OP-12")) { $1 })
                #expect(entered.sentTo == "/cola", "\(path)")
            }
        }
    }

    @Test func `an old second factor must be shown again before somebody is invited`() async throws {
        try await Self.entered("AD-01", .administrator) { town, client, session in
            func act(_ fields: [String: String]) async throws -> Visit {
                let page = try await client.get("/cuentas", headers: session)
                var form = fields
                let token = try #require(page.hidden[Gate.tokenField])
                form[Gate.tokenField] = token
                return try await client.post("/cuentas", form, headers: session)
            }
            let words = Words<AccountText>(town.web.site.texts)
            let invite = [AccountRoutes.verbField: "invitar", AccountRoutes.roleField: "operator"]
            #expect(try await act(invite).status == .ok)
            town.clock.goOn(seconds: 300)
            let old = try await act(invite)
            #expect(old.status == .unprocessableContent)
            #expect(old.text.contains(words[.needed]))
            let wrong = try await act([AccountRoutes.verbField: "confirmar", "secreto": "otra frase larga"])
            #expect(wrong.text.contains(words[.refused]))
            #expect(try await act(invite).status == .unprocessableContent)
            let fresh = try await act(
                [AccountRoutes.verbField: "confirmar", "secreto": EntryTown.passphrase])
            #expect(fresh.text.contains(words[.fresh]))
            #expect(try await act(invite).status == .ok)
            #expect(try await act([AccountRoutes.verbField: "invitar", "papel": "officer"]).status != .ok)
        }
    }

    @Test func `an administrator who ends an account puts its holder out at once`() async throws {
        try await Self.entered("AD-01", .administrator) { town, client, session in
            try await town.enrol("OP-12", .operator)
            let victim = try await town.enter("OP-12", client)
            let token = try #require(
                try await client.get("/cuentas", headers: session).hidden[Gate.tokenField])
            let ended = try await client.post(
                "/cuentas",
                [
                    Gate.tokenField: token, AccountRoutes.verbField: "terminar",
                    AccountRoutes.accountField: "OP-12",
                ], headers: session)
            #expect(ended.status == .ok)
            #expect(try await client.get("/mi-cuenta", headers: victim).sentTo == "/entrar")
            town.clock.goOn(seconds: 60)
            let again = try await client.post("/entrar", town.credentials("OP-12"))
            #expect(again.status == .unprocessableContent)
        }
    }

    /// Whether a session is let in; if not, it is sent to the entry.
    private static func isOpen(
        _ client: any TestClientProtocol, _ session: HTTPFields
    ) async throws -> Bool {
        let page = try await client.get("/mi-cuenta", headers: session)
        #expect(page.status == .ok || page.sentTo == "/entrar")
        return page.status == .ok
    }

    /// A story of somebody who has entered.
    private static func entered(
        _ code: String = "OP-12", _ role: Role = .operator, more: [String: String] = [:],
        _ story: @escaping @Sendable (EntryTown, any TestClientProtocol, HTTPFields) async throws -> Void
    ) async throws {
        let town = try EntryTown()
        try await town.enrol(code, role)
        try await town.open { client in
            try await story(town, client, try await town.enter(code, client, more: more))
        }
    }

    /// The values of hidden fields as a browser reads them.
    private static func unescaped(_ fields: [String: String]) -> [String: String] {
        fields.mapValues { value in
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(value) {
                $0.replacing($1.0, with: $1.1)
            }
        }
    }
}
