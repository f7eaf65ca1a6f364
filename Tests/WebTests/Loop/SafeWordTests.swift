import CaseRegister
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The reporter learns one word of four, whatever happens to whom.
struct SafeWordTests {
    @Test func `the word follows the loop and says nothing else`() async throws {
        let town = try LoopTown()
        #expect(SafeWord(of: await town.state()) == .received)
        try await town.sendReferral()
        #expect(SafeWord(of: await town.state()) == .onTheWay)
        let proof = Proof(.account, by: SealedBytes([1]), of: "upe")
        try await town.record([.referral(LoopTown.referral, .acknowledged(proof, .inSystem))])
        #expect(SafeWord(of: await town.state()) == .inGoodHands)
        let before = SafeWord(of: await town.state())
        try await town.record([
            .person(LoopTown.person, .ageSettled(.adult)),
            .person(LoopTown.person, .consentRefused(.health, to: "minsa")),
            .referral(LoopTown.referral, .accepted),
        ])
        #expect(SafeWord(of: await town.state()) == before, "nothing about the person changes the word")
        try await town.record([
            .file(.closed(reason: "plan-met", by: StaffMember.operator.acting.account))
        ])
        #expect(SafeWord(of: await town.state()) == .thanks)
    }

    @Test(arguments: [
        ReferralEvent.rejected(reason: "no-capacity", suggested: nil), .recalled(reason: "duplicate"),
    ])
    func `who said no, or was recalled, has nobody in good hands`(end: ReferralEvent) async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        let proof = Proof(.account, by: SealedBytes([1]), of: "upe")
        try await town.record([.referral(LoopTown.referral, .acknowledged(proof, .inSystem))])
        #expect(SafeWord(of: await town.state()) == .inGoodHands)
        let review = Town.night.adding(milliseconds: 86_400_000)
        try await town.record([.referral(LoopTown.referral, .held(reason: "capacity", review: review))])
        #expect(SafeWord(of: await town.state()) == .inGoodHands, "a pause lets go of nobody")
        try await town.record([.referral(LoopTown.referral, end)])
        #expect(SafeWord(of: await town.state()) == .received)
    }

    @Test func `every word stands in the catalogue`() throws {
        let catalog = try Town.catalog()
        for word in SafeWord.allCases {
            let view = SafeWordView(word: word, catalog: catalog)
            #expect(view.label != word.rawValue)
            #expect(view.note != nil)
        }
    }

    @Test func `a guard sees the own reports only, with no way into the case`() async throws {
        let town = try StaffTown()
        let own = try await town.openCase(1, by: StaffMember.sereno.acting.account)
        let other = try await town.openCase(2)
        try await town.open { client in
            let page = try await client.get("/mis-avisos", as: .sereno)
            #expect(page.text.contains(own.reference.text))
            #expect(page.text.contains("Recibido"))
            #expect(!page.text.contains(other.reference.text))
            #expect(!page.html.contains(own.id.text))
        }
    }
}
