import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The exact search finds what the own unit sealed or opened, says why, and shows nothing but codes.
struct SearchTests {
    @Test func `an exact name leads to the case, and nothing is shown but its code`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            let found = try await client.search("zuniga practica CANARIA", as: .caseManager)
            #expect(found.status == .ok)
            #expect(found.html.contains("href=\"\(VaultTown.file)\""))
            #expect(!found.html.contains("CANARIA") && !found.html.contains(VaultTown.canary))
            #expect(await town.logged(.search) == 1)
        }
    }

    @Test func `to another unit a name that is here looks like one that is nowhere`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            for member in [StaffMember.otherCaseManager, .protection] {
                let here = try await client.search(VaultTown.canary, as: member)
                let nowhere = try await client.search("Nadie de Ninguna Parte", as: member)
                #expect(here.status == .ok)
                #expect(here.html == nowhere.html)
            }
        }
    }

    @Test func `it asks for reason and second factor, and stops after ten an hour`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            let bare = try await client.search(VaultTown.canary, as: .caseManager, because: "")
            #expect(bare.status == .unprocessableContent)
            let asked = try await client.search(VaultTown.canary, as: .caseManager, isFresh: false)
            #expect(asked.text.contains("Confirmar que es usted"))
            #expect(asked.hidden["texto"] == VaultTown.canary)
            #expect(await town.logged(.search) == 0)
            for _ in 0..<10 {
                #expect(try await client.search(VaultTown.canary, as: .caseManager).status == .ok)
            }
            let refused = try await client.search(VaultTown.canary, as: .caseManager)
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("10 veces en una hora"))
        }
    }

    @Test func `where the log cannot be written nothing is searched`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            await town.log.fail(with: .diskFull)
            let refused = try await client.search(VaultTown.canary, as: .caseManager)
            #expect(refused.status == .serviceUnavailable)
            #expect(!refused.html.contains(VaultTown.file))
        }
    }
}

extension TestClientProtocol {
    fileprivate func search(
        _ text: String, as member: StaffMember, because reason: String = "duplicate-check",
        isFresh: Bool = true
    ) async throws -> Visit {
        try await post(
            "/buscar", ["campo": "name", "texto": text, "motivo": reason], as: member, isFresh: isFresh)
    }
}
