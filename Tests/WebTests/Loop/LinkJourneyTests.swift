import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The one-time link: an institution without accounts closes its part of the loop, once.
struct LinkJourneyTests {
    private static let answer = [
        "paso": "firmar", "nombre": "Persona de práctica 1", "cargo": "Suboficial", "entidad": "UPE Lima",
        "respuesta": "attend", "sugerida": "",
    ]

    private static func secret(_ client: any TestClientProtocol) async throws -> String {
        try await client.post(LoopTown.proof, ["acto": "link"], as: .operator).linkSecret
    }

    @Test func `from the draft to done every hop leaves a receipt that holds offline`() async throws {
        let town = try LoopTown()
        try await town.sendReferral(hasUnit: true)
        try await town.open { client in
            let secret = try await Self.secret(client)
            let shown = try await client.post("/acuse", ["clave": secret])
            #expect(shown.status == .ok)
            #expect(shown.text.contains("Unidad central-150135"))
            let signed = try await client.post("/acuse", Self.answer.merging(["clave": secret]) { $1 })
            #expect(signed.receipts.count == 2)

            let member = StaffMember.protection
            let custody = try await client.post(
                LoopTown.inbox, ["acto": "custody", "puesto": "f-07"], as: member)
            #expect(custody.status == .seeOther)
            let duty = [
                "acto": "review", "deber": "serve", "dia": "23/11/2026", "hora": "22:15",
                "documento": "OFICIO 000123-2026", "dia-documento": "",
            ]
            let check = try await client.post(LoopTown.inbox, duty, as: member)
            #expect(check.text.contains("OFICIO 000123-2026"))
            #expect(try await town.referral().state == .custodyReceived, "looking records nothing")
            let done = try await client.post(
                LoopTown.inbox, check.hidden.merging(["acto": "record"]) { $1 }, as: member)
            #expect(done.status == .seeOther)
            #expect(try await town.referral().state == .done)

            let page = try await client.get(LoopTown.inbox, as: member)
            let verifier = ReceiptVerifier(keys: [town.signer.publicKey])
            let kinds = try page.receipts.map { try verifier.verify($0).statement.kind }
            #expect(Set(kinds) == [.sent, .acknowledged, .accepted, .custodyReceived, .done])
        }
    }

    @Test func `the name is sealed to the unit that asked and stands nowhere in clear`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            _ = try await client.post("/acuse", Self.answer.merging(["clave": secret]) { $1 })
        }
        let proof = try #require(try await town.referral().proof)
        #expect(proof.kind == .link)
        let card = try SignerCard(
            opening: proof.person, with: StaffMember.operator.keys, case: LoopTown.caseID,
            referral: LoopTown.referral)
        #expect(card.name == "Persona de práctica 1")
        #expect(throws: SealingFault.self) {
            try SignerCard(
                opening: proof.person, with: StaffMember.otherOperator.keys, case: LoopTown.caseID,
                referral: LoopTown.referral)
        }
        let stored = await town.cases.history(of: LoopTown.caseID).map { "\($0)" }.joined()
        #expect(!stored.contains("Persona de práctica"))
    }

    @Test func `a second use shows the first receipt and makes no second act`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            let first = try await client.post("/acuse", Self.answer.merging(["clave": secret]) { $1 })
            let count = await town.cases.history(of: LoopTown.caseID).count
            let no = Self.answer.merging(["clave": secret, "respuesta": "other-zone"]) { $1 }
            let second = try await client.post("/acuse", no)
            #expect(second.receipts == first.receipts)
            #expect(await town.cases.history(of: LoopTown.caseID).count == count)
            #expect(try await client.post("/acuse", ["clave": secret]).receipts == first.receipts)
        }
    }

    @Test func `expired and never made give the same bytes`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            town.clock.goOn(minutes: 24 * 60)
            let expired = try await client.post("/acuse", Self.answer.merging(["clave": secret]) { $1 })
            let absent = try await client.post("/acuse", ["clave": String(repeating: "A", count: 43)])
            let broken = try await client.post("/acuse", ["clave": "no es una clave"])
            #expect(expired.status == .notFound)
            #expect(Self.still(expired) == Self.still(absent))
            #expect(Self.still(expired) == Self.still(broken))
            #expect(try await town.referral().state == .sent)
        }
    }

    /// The page without the hour at which it was made.
    private static func still(_ visit: Visit) -> String {
        visit.html.replacing(/data-now="\d+"/, with: "")
    }

    @Test func `a no goes back at once with its reason`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            let no = ["clave": secret, "respuesta": "no-capacity", "sugerida": "demuna"]
            _ = try await client.post("/acuse", Self.answer.merging(no) { $1 })
        }
        let referral = try await town.referral()
        #expect(referral.state == .rejected)
        #expect(referral.reason == "no-capacity")
        #expect(referral.suggested == "demuna")
    }

    @Test func `a missing name keeps all that was typed`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            let answer = Self.answer.merging(["clave": secret, "nombre": "  ", "cargo": "Fiscal de turno"]) {
                $1
            }
            let again = try await client.post("/acuse", answer)
            #expect(again.status == .unprocessableContent)
            #expect(again.html.contains("value=\"Fiscal de turno\""))
            #expect(again.hidden["clave"] == secret)
            #expect(try await town.referral().state == .sent)
        }
    }

    @Test func `looking uses nothing up and shows nothing of the case`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            for _ in 0..<5 {
                let shown = try await client.post("/acuse", ["clave": secret])
                #expect(shown.html.contains("name=\"nombre\""))
                #expect(!shown.html.contains(LoopTown.caseID.text))
                #expect(!shown.html.contains(LoopTown.person.text))
            }
        }
    }

    @Test func `a new link ends the one before`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let first = try await Self.secret(client)
            let second = try await Self.secret(client)
            #expect(try await client.post("/acuse", ["clave": first]).status == .notFound)
            #expect(try await client.post("/acuse", ["clave": second]).status == .ok)
        }
    }

    @Test func `many wrong secrets from one address are slowed, those of others are not`() async throws {
        let town = try LoopTown()
        try await town.open { client in
            var last: Visit?
            for number in 0..<31 {
                last = try await client.post("/acuse", raw: "clave=\(number)", headers: Self.from("10.0.0.1"))
            }
            #expect(last?.status == .tooManyRequests)
            let other = try await client.post("/acuse", raw: "clave=1", headers: Self.from("10.0.0.2"))
            #expect(other.status == .notFound)
        }
    }

    private static func from(_ address: String) -> HTTPFields {
        HTTPField.Name("X-Forwarded-For").map { [$0: "203.0.113.9, " + address] } ?? [:]
    }

    @Test func `hostile text stays text`() async throws {
        let hostile = "\"><script>alert(1)</script>"
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let secret = try await Self.secret(client)
            let answer = Self.answer.mapValues { $0 == "firmar" ? $0 : hostile }
            let again = try await client.post("/acuse", answer.merging(["clave": secret]) { $1 })
            #expect(again.status == .unprocessableContent)
            #expect(!again.html.contains("<script>alert"))
            let opened = try await client.post("/acuse", ["clave": hostile])
            #expect(!opened.html.contains("<script>alert"))
        }
    }
}
