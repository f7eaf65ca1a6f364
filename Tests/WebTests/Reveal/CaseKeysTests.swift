import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The keys of a case follow its acts: shared with who receives it, taken from who handed the person over.
struct CaseKeysTests {
    @Test func `the first sealing gives the key to those whose duty needs it, and to nobody else`()
        async throws
    {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .operator)
            #expect(
                try await town.vault.holders(of: VaultTown.caseID)
                    == [
                        KeyGrant(.identity, StaffMember.operator.acting.unit),
                        KeyGrant(.identity, StaffMember.caseManager.acting.unit),
                    ])
            let health = try await client.seal("Canario de salud", as: .operator, field: "health")
            #expect(health.status == .forbidden)
            #expect(await town.state().person(VaultTown.person)?.sealed.count == 1)
        }
    }

    @Test func `a receiver gets the key at the next act of a holder, and loses it at a recall`() async throws
    {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            try await town.refer(to: .protection)
            let early = try await client.reveal(as: .protection)
            #expect(early.status == .forbidden)
            #expect(early.text.contains("Su entidad no tiene la llave"))
            #expect(!early.html.contains(VaultTown.canary))
            _ = try await client.act("edad", ["anos": "doubted"], as: .operator)
            #expect(try await client.reveal(as: .protection).text.contains(VaultTown.canary))
            try await town.record([.referral(VaultTown.referral, .recalled(reason: "duplicate"))])
            _ = try await client.act("edad", ["anos": "minor"], as: .operator)
            #expect(try await town.holds(.protection, .identity) == false)
            #expect(try await client.reveal(as: .protection).status == .notFound)
        }
    }

    @Test func `after the hand-over the centre can open the identity no more`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .operator)
            #expect(try await town.holds(.operator, .identity))
            try await town.refer(to: .protection)
            let taken = try await client.act(
                "responder", ["entidad": "upe", "cargo": "F-07"], as: .operator)
            #expect(taken.status == .seeOther)
            #expect(try await town.holds(.operator, .identity) == false)
            #expect(try await town.holds(.protection, .identity))
            #expect(try await town.holds(.caseManager, .identity))
            let again = try await client.seal("Canario de nombre", as: .operator, field: "document")
            #expect(again.status == .forbidden)
        }
    }

    @Test func `an adult's no to her name takes its key from that body, but for a day of danger`()
        async throws
    {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            try await town.refer(to: .protection)
            _ = try await client.act("edad", ["anos": "adult"], as: .caseManager)
            #expect(try await town.holds(.protection, .identity))
            let no = try await client.act("negar", ["para": "identity", "entidad": "upe"], as: .caseManager)
            #expect(no.status == .seeOther)
            #expect(try await town.holds(.protection, .identity) == false)
            #expect(try await town.holds(.caseManager, .identity))
            try await town.record([
                .person(
                    VaultTown.person, .consentOverridden(.identity, to: "upe", code: .vitalInterest))
            ])
            _ = try await client.seal("CARNÉ 1", as: .caseManager, field: "document")
            #expect(try await town.holds(.protection, .identity))
            town.clock.goOn(minutes: 25 * 60)
            _ = try await client.seal("CARNÉ 2", as: .caseManager, field: "document")
            #expect(try await town.holds(.protection, .identity) == false)
        }
    }

    @Test func `after the keys of a person are destroyed nobody opens anything`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            let shredded = try await client.act("destruir", ["motivo": "term-ended"], as: .caseManager)
            #expect(shredded.status == .seeOther)
            #expect(await town.store.isShredded(VaultTown.person))
            let refused = try await client.reveal(as: .caseManager)
            #expect(refused.status == .notFound)
            #expect(!refused.html.contains(VaultTown.canary))
            #expect(try await client.seal("Otra vez", as: .caseManager).status == .unprocessableContent)
        }
    }

    @Test func `key work that failed is said, and made good after the next act`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            try await town.refer(to: .protection)
            await town.log.fail(with: .diskFull)
            let told = try await client.act("edad", ["anos": "doubted"], as: .operator)
            #expect(told.status == .ok)
            #expect(told.text.contains("Las llaves del caso no se pudieron poner al día."))
            #expect(await town.state().person(VaultTown.person)?.age == .doubted)
            await town.log.fail(with: nil)
            #expect(try await town.holds(.protection, .identity) == false)
            _ = try await client.act("edad", ["anos": "minor"], as: .operator)
            #expect(try await town.holds(.protection, .identity))
        }
    }

    @Test func `a receiver is told that a key is on its way, until it has come`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            try await town.refer(to: .protection)
            let said = "La llave de este caso todavía no llega a su entidad."
            #expect(try await !client.get(VaultTown.inbox, as: .protection).text.contains(said))
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            try await town.record([.referral(VaultTown.referral, .recalled(reason: "duplicate"))])
            _ = try await client.act("edad", ["anos": "doubted"], as: .operator)
            try await town.refer(to: .protection, as: VaultTown.secondReferral)
            let page = try await client.get(VaultTown.secondInbox, as: .protection)
            #expect(page.text.contains(said))
            #expect(page.text.contains("Acuso recibo"), "the answer does not wait for the key")
            _ = try await client.act("edad", ["anos": "minor"], as: .operator)
            #expect(try await !client.get(VaultTown.secondInbox, as: .protection).text.contains(said))
        }
    }

    @Test func `who says by its link that it will not act keeps no key`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            try await town.refer(to: .protection)
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            #expect(try await town.holds(.protection, .identity))
            let secret = try await client.post(VaultTown.proof, ["acto": "link"], as: .operator).linkSecret
            let answered = try await client.post(
                "/acuse",
                [
                    "paso": "firmar", "clave": secret, "nombre": "Persona de práctica 1",
                    "cargo": "Suboficial", "entidad": "UPE Lima", "respuesta": "no-capacity",
                    "sugerida": "",
                ])
            #expect(answered.status == .ok)
            #expect(await town.state().referral(VaultTown.referral)?.state == .rejected)
            #expect(try await town.holds(.protection, .identity) == false)
        }
    }
}
