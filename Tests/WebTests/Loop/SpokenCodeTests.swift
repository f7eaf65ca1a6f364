import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Acknowledgement on the telephone and on paper, as the control centre writes it down.
struct SpokenCodeTests {
    private static let who = ["nombre": "Persona de práctica 2", "cargo": "Guardia", "entidad": "UPE Lima"]

    private static func spoken(_ digits: String) -> [String: String] {
        who.merging(["acto": "spoken", "cifras": digits]) { $1 }
    }

    @Test func `digits that are read back name who has it`() async throws {
        let town = try LoopTown()
        try await town.sendReferral(hasUnit: false)
        try await town.open { client in
            let digits = try await client.post(LoopTown.proof, ["acto": "call"], as: .operator).digits
            let done = try await client.post(LoopTown.proof, Self.spoken(digits), as: .operator)
            #expect(done.status == .seeOther)
            #expect(try await town.referral().proof?.kind == .spokenCode)
            let again = try await client.post(LoopTown.proof, Self.spoken(digits), as: .operator)
            #expect(again.status == .seeOther, "sent twice is one act")
        }
    }

    @Test func `after five wrong codes the right one does not help either`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let digits = try await client.post(LoopTown.proof, ["acto": "call"], as: .operator).digits
            let wrong = digits == "000000" ? "000001" : "000000"
            for _ in 0..<5 {
                let refused = try await client.post(LoopTown.proof, Self.spoken(wrong), as: .operator)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.html.contains("value=\"Persona de práctica 2\""), "nothing typed is lost")
            }
            let sixth = try await client.post(LoopTown.proof, Self.spoken(digits), as: .operator)
            #expect(sixth.status == .unprocessableContent)
            #expect(try await town.referral().state == .sent)
            let fresh = try await client.post(LoopTown.proof, ["acto": "call"], as: .operator).digits
            _ = try await client.post(LoopTown.proof, Self.spoken(fresh), as: .operator)
            #expect(try await town.referral().state == .acknowledged)
        }
    }

    @Test func `the code of a call ends after ten minutes and belongs to one session`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let digits = try await client.post(LoopTown.proof, ["acto": "call"], as: .operator).digits
            let other = try await client.post(LoopTown.proof, Self.spoken(digits), as: .colleague)
            #expect(other.status == .unprocessableContent)
            town.clock.goOn(minutes: 10)
            let late = try await client.post(LoopTown.proof, Self.spoken(digits), as: .operator)
            #expect(late.status == .unprocessableContent)
            #expect(try await town.referral().state == .sent)
        }
    }

    @Test func `the code beside the link is good for any operator of the centre`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let digits = try await client.post(LoopTown.proof, ["acto": "link"], as: .operator).digits
            _ = try await client.post(LoopTown.proof, Self.spoken(digits), as: .colleague)
            #expect(try await town.referral().proof?.kind == .spokenCode)
        }
    }

    @Test func `paper needs the number of its document`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let paper = Self.who.merging(["acto": "paper", "documento": " "]) { $1 }
            let missing = try await client.post(LoopTown.proof, paper, as: .operator)
            #expect(missing.status == .unprocessableContent)
            let whole = paper.merging(["documento": "CARGO 000045-2026"]) { $1 }
            let recorded = try await client.post(LoopTown.proof, whole, as: .operator)
            #expect(recorded.status == .seeOther)
        }
        let proof = try #require(try await town.referral().proof)
        let card = try SignerCard(
            opening: proof.person, with: StaffMember.operator.keys, case: LoopTown.caseID,
            referral: LoopTown.referral)
        #expect(proof.kind == .signature)
        #expect(card.document == "CARGO 000045-2026")
    }

    @Test func `another centre finds no such page`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let other = try await client.get(LoopTown.proof, as: .otherOperator)
            let absent = try await client.get(
                LoopTown.proof.replacing(LoopTown.caseID.text, with: String(repeating: "e", count: 32)),
                as: .otherOperator)
            #expect(other.status == .notFound)
            #expect(other.html == absent.html)
            let act = try await client.post(LoopTown.proof, ["acto": "link"], as: .otherOperator)
            #expect(act.status == .notFound)
        }
    }
}
