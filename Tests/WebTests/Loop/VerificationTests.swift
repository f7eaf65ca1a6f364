import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The public check of receipts says valid or not, and never what a case is about.
struct VerificationTests {
    @Test func `a text and its short code are both valid, a changed one is not`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        let receipts = try await town.loop.receipts.receipts(of: LoopTown.referral, in: LoopTown.caseID)
        let receipt = try #require(receipts.first)
        try await town.open { client in
            for typed in [
                receipt.text, receipt.shortCode, receipt.shortCode.lowercased(), " " + receipt.text,
            ] {
                let page = try await client.post("/comprobar", ["recibo": typed])
                #expect(page.status == .ok)
                #expect(page.text.contains("Recibo de envío"), "\(typed.count) characters")
                #expect(!page.html.contains(LoopTown.caseID.text))
            }
            let altered = receipt.text.replacing("RUTA1.A", with: "RUTA1.B")
            #expect(altered != receipt.text, "the alteration must be one")
            let page = try await client.post("/comprobar", ["recibo": altered])
            #expect(page.text.contains("No es válido"))
        }
    }

    @Test func `unknown, altered and made up look the same`() async throws {
        let town = try LoopTown()
        try await town.open { client in
            let typed = ["2222-2222", "RUTA1.AAAA.AAAA", "hola", "<script>alert(1)</script>"]
            var pages: Set<String> = []
            for text in typed {
                let page = try await client.post("/comprobar", ["recibo": text])
                #expect(!page.html.contains("<script>alert"))
                pages.insert(
                    page.html.replacing(/(?s)<textarea.*?<\/textarea>/, with: ""))
            }
            #expect(pages.count == 1)
        }
    }

    @Test func `the page gives the public key to check with elsewhere`() async throws {
        let town = try LoopTown()
        try await town.open { client in
            let page = try await client.get("/comprobar")
            #expect(page.text.contains(town.signer.publicKey.text))
        }
    }

    @Test func `what an earlier key of the house signed holds, and only while that key is kept`() async throws
    {
        let town = try LoopTown()
        try await town.sendReferral()
        let before = try await town.loop.receipts.receipts(of: LoopTown.referral, in: LoopTown.caseID)
        let receipt = try #require(before.first)
        let signer = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 3, count: 32)))
        let file = "# hasta 2026\n" + town.signer.publicKey.text + "\n"
        for (old, isKept) in [(try ReceiptVerifier(file: file), true), (ReceiptVerifier(keys: []), false)] {
            let desk = ReceiptDesk(
                journal: town.cases, hashes: FakeHashes(), book: town.store, signer: signer, old: old)
            for typed in [receipt.text, receipt.shortCode] {
                let found = try await desk.check(typed)
                #expect(found.count == (isKept ? 1 : 0), "\(typed.count) characters")
                #expect(found.allSatisfy { $0.standsInJournal && $0.receipt.statement == receipt.statement })
            }
            let fresh = try await desk.receipts(of: LoopTown.referral, in: LoopTown.caseID)
            #expect(try await desk.check(try #require(fresh.first).text).count == 1)
        }
    }
}
