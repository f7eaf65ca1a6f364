import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The orders to stop for a body without accounts: carried by hand, and confirmed with how, when and by whom.
struct StopOrderTests {
    private static let withdrawn: [PersonEvent] = [
        .ageSettled(.adult), .consentGiven(.care, to: "fistrap"), .consentWithdrawn(.care, to: "fistrap"),
    ]

    @Test func `the owner shows and prints the signed order, and nobody else finds the page`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.record(Self.withdrawn.map { .person(LoopTown.person, $0) })
        let page = "/casos/\(LoopTown.caseID.text)/altos"
        try await town.open { client in
            let file = try await client.get("/casos/\(LoopTown.caseID.text)", as: .operator)
            #expect(file.html.contains("href=\"\(page)\""))
            for member in [StaffMember.operator, .caseManager] {
                let orders = try await client.get(page, as: member)
                #expect(orders.text.contains("FISTRAP") && orders.text.contains("Deje de usar estos datos"))
                #expect(orders.html.contains("<details class=\"receipt\" open>"))
                let verifier = ReceiptVerifier(keys: [town.signer.publicKey])
                #expect(try orders.receipts.map { try verifier.verify($0).statement.kind } == [.stop])
            }
            for member in [StaffMember.protection, .otherOperator, .coordinator, .auditor] {
                #expect(try await client.get(page, as: member).status == .notFound)
            }
        }
    }

    @Test func `what another body said counts with how, when and by which post, in the log first`()
        async throws
    {
        let town = try await SignedTown()
        let id = try await town.take(1, withPerson: true).id
        let person = PersonID(random: Array(repeating: 1, count: 16))
        try await town.record(Self.withdrawn.map { .person(person, $0) }, in: id)
        let whole = [
            "acto": "alto", "quien": person.text, "para": "care", "entidad": "fistrap", "canal": "phone",
            "cargo": "F-07", "paso-dia": "23/11/2026", "paso-hora": "22:15",
        ]
        try await town.open { client in
            let file = try await client.get("/casos/\(id.text)", as: .operator)
            #expect(file.text.contains("Anotar que ya paró"))
            for field in ["canal", "cargo", "paso-dia"] {
                let refused = try await client.post(
                    "/casos/\(id.text)/actos", whole.merging([field: ""]) { $1 }, as: .operator)
                #expect(refused.status == .unprocessableContent, "\(field)")
            }
            #expect(await town.leaves(.stopSaid).isEmpty)
            let done = try await client.post("/casos/\(id.text)/actos", whole, as: .operator)
            #expect(done.status == .seeOther)
        }
        #expect(
            await town.leaves(.stopSaid).map(\.objects)
                == [[id.text, person.text, "care", "fistrap", "phone", "F-07"]])
        let consent = await town.state(of: id).person(person)?.consents.first
        #expect(consent?.confirmedBy == ["fistrap"])
        #expect(consent?.confirmed?.declared?.hourText == "22:15")
    }
}
