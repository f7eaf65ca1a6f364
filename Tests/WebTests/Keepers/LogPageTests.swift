import Access
import Catalog
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

struct LogPageTests {
    @Test func `every act that a leaf can hold is named in words`() throws {
        let codes =
            AccountAction.allCases.map(\.rawValue) + VaultAction.allCases.map(\.rawValue)
            + KeeperAction.allCases.map(\.rawValue) + ControlAction.allCases.map(\.rawValue)
            + DeviceAction.allCases.map(\.rawValue) + ChannelAction.allCases.map(\.rawValue)
            + APITokenAction.allCases.map(\.rawValue)
        for code in codes { #expect(LogActText(action: code) != nil, "\(code)") }
        #expect(Set(codes).count == LogActText.allCases.count, "no words without an act")
        #expect(LogActText(action: "no-such-act") == nil)
    }

    @Test func `whoever reads the log stands in the log`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            _ = try await client.get("/bitacora", as: .auditor)
            _ = try await client.get("/bitacora?comprobar=si&libro=diario", as: .auditor)
            _ = try await client.get("/bitacora?archivo=diario", as: .auditor)
            let page = try await client.get("/bitacora", as: .auditor)
            #expect(page.text.contains("journal-exported"))
            #expect(page.text.contains("Descargó el diario"))
        }
        let actions = try await town.audit.list(AuditFilter()).map(\.entry.action)
        #expect(actions == ["log-viewed", "journal-exported", "log-checked", "log-viewed"])
    }

    @Test func `acts stand there with who and when, and never with what was said`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase(facts: ["planted": "nada-que-ver-aqui"])
        try await town.record(
            [.file(.obligationPaused(obligation: "claim", reason: "documents", until: Town.night))],
            in: opened.id)
        try await town.open { client in
            for path in ["/bitacora?libro=diario", "/bitacora?archivo=diario"] {
                let page = try await client.get(path, as: .auditor)
                #expect(page.status == .ok)
                #expect(page.html.contains("OP-12"))
                #expect(page.html.contains("documents"))
                #expect(!page.html.contains("nada-que-ver-aqui"))
            }
        }
    }

    @Test func `the exported journal has every act, each linked to the one before`() async throws {
        let town = try KeeperTown()
        for number in 1...30 { try await town.openCase(number) }
        try await town.open { client in
            let file = try await client.get("/bitacora?archivo=diario", as: .auditor)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let lines = file.html.split(separator: "\n")
            #expect(lines.count == 30)
            var previous = String(repeating: "0", count: 64)
            for line in lines {
                #expect(line.contains("\"previousHash\":\"\(previous)\""))
                let hash = try #require(line.firstMatch(of: /"hash":"([0-9a-f]{64})"/))
                previous = String(hash.output.1)
            }
            let whole = try await client.get("/bitacora?libro=diario&comprobar=si", as: .auditor)
            #expect(whole.text.contains("La cadena está completa hasta el número 30"))
            #expect(whole.html.contains(previous))
        }
    }

    @Test func `pages of a hundred follow each other without a gap`() async throws {
        let town = try KeeperTown()
        for number in 1...120 { try await town.openCase(number) }
        try await town.open { client in
            let first = try await client.get("/bitacora?libro=diario", as: .auditor)
            #expect(first.html.contains("<th scope=\"row\">120</th>"))
            #expect(first.html.contains("<th scope=\"row\">21</th>"))
            #expect(!first.html.contains("<th scope=\"row\">20</th>"))
            let second = try await client.get("/bitacora?libro=diario&hasta=20", as: .auditor)
            #expect(second.html.contains("<th scope=\"row\">20</th>"))
            #expect(second.html.contains("<th scope=\"row\">1</th>"))
        }
    }

    @Test func `a filter shows what it names and nothing else`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        try await town.record([.file(.obligationResumed(obligation: "claim"))], in: opened.id)
        try await town.open { client in
            func rows(_ query: String) async throws -> Int {
                let page = try await client.get("/bitacora?libro=diario&" + query, as: .auditor)
                return page.html.matches(of: /<th scope="row">/).count
            }
            #expect(try await rows("cuenta=OP-12") == 1)
            #expect(try await rows("cuenta=street") == 1)
            #expect(try await rows("dia=23/11/2026") == 2)
            #expect(try await rows("dia=24/11/2026") == 0)
            #expect(try await rows("cuenta=%3Cscript%3E") == 0)
            let wrong = try await client.get("/bitacora?dia=%3Cscript%3Ealert", as: .auditor)
            #expect(wrong.status == .unprocessableContent)
            #expect(!wrong.html.contains("<script>alert"))
        }
    }
}
