import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// What a spoken acknowledgement leaves: a receipt to take along, and a name under lock.
struct SignerTests {
    private static let name = "Persona de Práctica Nueve"

    /// A referral that was acknowledged on the telephone.
    private static func acknowledged(_ town: VaultTown, _ client: any TestClientProtocol) async throws
        -> Visit
    {
        let digits = try await client.post(VaultTown.proof, ["acto": "call"], as: .operator).digits
        return try await client.post(
            VaultTown.proof,
            ["acto": "spoken", "cifras": digits, "nombre": name, "cargo": "Guardia", "entidad": "UPE Lima"],
            as: .operator)
    }

    private static func ask(
        _ client: any TestClientProtocol, as member: StaffMember = .operator,
        because reason: String = "reach-signer",
        isFresh: Bool = true
    ) async throws -> Visit {
        try await client.post(
            VaultTown.proof, ["acto": "signer", "motivo": reason], as: member, isFresh: isFresh)
    }

    private func story() async throws -> VaultTown {
        let town = try VaultTown()
        try await town.openCase()
        try await town.refer(to: .protection)
        return town
    }

    @Test func `after recording the receipt stands open on the page, and the case leads back to it`()
        async throws
    {
        let town = try await story()
        try await town.open { client in
            let done = try await Self.acknowledged(town, client)
            #expect(done.headers[.location] == VaultTown.proof)
            for member in [StaffMember.operator, .colleague, .caseManager] {
                let file = try await client.get(VaultTown.file, as: member)
                #expect(file.html.contains("href=\"\(VaultTown.proof)\""))
                let page = try await client.get(VaultTown.proof, as: member)
                #expect(page.html.contains("<details class=\"receipt\" open>"))
                #expect(page.html.contains("<svg"))
                let key = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))
                    .publicKey
                let verifier = ReceiptVerifier(keys: [key])
                #expect(
                    try page.receipts.map { try verifier.verify($0).statement.kind } == [
                        .acknowledged, .sent,
                    ])
                #expect(!page.html.contains(Self.name))
            }
        }
    }

    @Test func `who acknowledged opens after a reason and a leaf, for the unit that asked and nobody else`()
        async throws
    {
        let town = try await story()
        try await town.open { client in
            _ = try await Self.acknowledged(town, client)
            let opened = try await Self.ask(client)
            #expect(opened.status == .ok)
            #expect(opened.text.contains(Self.name) && opened.text.contains("Guardia"))
            let leaf = try #require(
                await town.log.list(AuditFilter(action: VaultAction.reveal.rawValue)).first)
            #expect(leaf.entry.objects == [VaultTown.caseID.text, VaultTown.referral.text, "signer"])
            #expect(leaf.entry.reason == "reach-signer")
            #expect(opened.text.contains("Bitácora n.º \(leaf.position)"))

            let otherKey = try await Self.ask(client, as: .caseManager)
            #expect(otherKey.status == .forbidden)
            #expect(!otherKey.html.contains(Self.name))
            #expect(await town.logged(.revealFailed) == 1)
            for member in [StaffMember.otherOperator, .protection, .auditor, .administrator] {
                #expect(try await Self.ask(client, as: member).status == .notFound)
            }
        }
    }

    @Test func `no reason, no fresh proof or no log: nothing is opened`() async throws {
        let town = try await story()
        try await town.open { client in
            #expect(try await Self.ask(client).status == .notFound, "nobody has acknowledged yet")
            _ = try await Self.acknowledged(town, client)
            for reason in ["", "curiosity"] {
                let refused = try await Self.ask(client, because: reason)
                #expect(refused.status == .unprocessableContent)
                #expect(!refused.html.contains(Self.name))
            }
            let stale = try await Self.ask(client, isFresh: false)
            #expect(stale.text.contains("Confirmar que es usted"))
            #expect(stale.hidden["motivo"] == "reach-signer" && stale.hidden["acto"] == "signer")
            #expect(!stale.html.contains(Self.name))
            #expect(await town.logged(.reveal) == 0)
            await town.log.fail(with: .diskFull)
            let broken = try await Self.ask(client)
            #expect(broken.status == .serviceUnavailable)
            #expect(!broken.html.contains(Self.name))
        }
    }
}
