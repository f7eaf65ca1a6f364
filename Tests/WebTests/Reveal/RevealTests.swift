import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// What is sealed on the pages stays masked, and is opened only for a holder, with a reason, after its leaf.
struct RevealTests {
    @Test func `a sealed name is on no page but the answer to who may open it`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            let sealed = try await client.seal(VaultTown.canary, as: .caseManager)
            #expect(sealed.status == .seeOther)
            #expect(!sealed.html.contains(VaultTown.canary))
            for member in StaffMember.everybody {
                for path in [VaultTown.page, VaultTown.file, "/cola", "/bandeja", "/bitacora", "/tablero"] {
                    let page = try await client.get(path, as: member, isFresh: true)
                    #expect(!page.html.contains(VaultTown.canary), "\(path) for \(member.acting.account)")
                }
            }
            let opened = try await client.reveal(as: .caseManager)
            #expect(opened.status == .ok)
            #expect(opened.text.contains(VaultTown.canary))
            #expect(opened.text.contains("GC-02"))
            #expect(opened.headers[.cacheControl] == "no-store")
            #expect(
                !(try #require(opened.html.firstMatch(of: /<title>(.*?)<\/title>/)).output.1).contains(
                    "Canaria"))
            let leaf = try #require(
                await town.log.list(AuditFilter(action: VaultAction.reveal.rawValue)).first)
            #expect(opened.text.contains("Bitácora n.º \(leaf.position)"))
        }
    }

    @Test func `where the log cannot be written nothing is opened`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            await town.log.fail(with: .diskFull)
            let refused = try await client.reveal(as: .caseManager)
            #expect(refused.status == .serviceUnavailable)
            #expect(!refused.html.contains(VaultTown.canary))
            await town.log.fail(with: nil)
            #expect(try await client.reveal(as: .caseManager).text.contains(VaultTown.canary))
        }
    }

    @Test func `without a fresh second factor the choice is kept and nothing is opened`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            let asked = try await client.reveal(as: .caseManager, isFresh: false)
            #expect(asked.text.contains("Confirmar que es usted"))
            #expect(asked.hidden["campo"] == "name")
            #expect(asked.hidden["motivo"] == "attend-person")
            #expect(asked.hidden["quien"] == VaultTown.person.text)
            #expect(!asked.html.contains(VaultTown.canary))
            #expect(await town.logged(.reveal) == 0)
        }
    }

    @Test func `a reason that is none of the list opens nothing and is not logged`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            for reason in ["", "curiosity", "name"] {
                let refused = try await client.reveal(as: .caseManager, because: reason)
                #expect(refused.status == .unprocessableContent)
                #expect(!refused.html.contains(VaultTown.canary))
            }
            #expect(await town.logged(.reveal) == 0)
        }
    }

    @Test func `after sixty a day it says so and opens no more`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            for _ in 0..<60 { #expect(try await client.reveal(as: .caseManager).status == .ok) }
            let refused = try await client.reveal(as: .caseManager)
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("60 datos en un día"))
            #expect(!refused.html.contains(VaultTown.canary))
            #expect(await town.logged(.revealRefused) == 1)
        }
    }

    @Test func `to others a case that is there looks like one that is not`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            for member in [StaffMember.otherCaseManager, .protection, .operator, .auditor, .administrator] {
                let forbidden = try await client.reveal(as: member)
                let absent = try await client.post(
                    "/casos/\(String(repeating: "f", count: 32))/revelar",
                    ["quien": VaultTown.person.text, "campo": "name", "motivo": "attend-person"],
                    as: member, isFresh: true)
                #expect(forbidden.status == .notFound)
                #expect(forbidden.html == absent.html)
            }
            let unsealed = try await client.reveal(as: .caseManager, field: "document")
            #expect(unsealed.status == .notFound)
        }
    }

    @Test func `hostile text is sealed and shown as text`() async throws {
        let hostile = "<script>alert(1)</script>\"'&;--\u{202E}"
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            #expect(try await client.seal(hostile, as: .caseManager).status == .seeOther)
            let opened = try await client.reveal(as: .caseManager)
            #expect(!opened.html.contains("<script>alert"))
            #expect(opened.html.contains("&lt;script"))
        }
    }

    @Test func `a text that is too long is kept in its form and not sealed`() async throws {
        let long = String(repeating: "ñ", count: 2_001)
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            let refused = try await client.seal(long, as: .caseManager)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains(long))
            #expect(await town.state().person(VaultTown.person)?.sealed.isEmpty == true)
            #expect(try await client.seal(String(long.dropLast()), as: .caseManager).status == .seeOther)
        }
    }
}
