import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Sealing
import Testing

@testable import Web

/// The inbox of an institution: see, answer, record, and nothing of others.
struct InboxTests {
    private static let member = StaffMember.protection

    @Test func `a row is a link and one more tap acknowledges`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let list = try await client.get("/bandeja", as: Self.member)
            #expect(list.html.contains("href=\"\(LoopTown.inbox)\""))
            let page = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(page.text.contains("Acuso recibo"))
            let acted = try await client.post(LoopTown.inbox, ["acto": "acknowledge"], as: Self.member)
            #expect(acted.status == .seeOther)
            #expect(try await town.referral().proof?.kind == .account)
        }
    }

    @Test func `the same button twice is one act`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            for _ in 0..<3 {
                let acted = try await client.post(
                    LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
                #expect(acted.status == .seeOther)
            }
            #expect(
                try await town.referral().hops.map(\.state) == [.drafted, .sent, .acknowledged, .accepted])
        }
    }

    @Test func `a stale page says so and keeps what was typed`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            try await town.record([.referral(LoopTown.referral, .recalled(reason: "duplicate"))])
            let late = try await client.post(
                LoopTown.inbox,
                ["acto": "reject", "motivo": "no-capacity", "sugerida": "demuna"], as: Self.member)
            #expect(late.status == .conflict)
            #expect(late.text.contains("Lo que escribió sigue aquí"))
            #expect(!late.html.contains("name=\"motivo\""), "the form is gone")
            let kept = try #require(late.kept)
            let reason = try Self.label("no-capacity")
            #expect(kept.contains(reason))
            #expect(kept.contains("DEMUNA"))
            #expect(try await town.referral().state == .recalled)
        }
    }

    @Test func `a duty that somebody recorded meanwhile keeps what was typed about it`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
            let duty = [
                "acto": "record", "deber": "serve", "dia": "23/11/2026", "hora": "22:15",
                "documento": "OFICIO 1", "dia-documento": "",
            ]
            _ = try await client.post(LoopTown.inbox, duty, as: Self.member)
            let late = try await client.post(
                LoopTown.inbox,
                ["acto": "hold", "motivo": "interpreter", "dia": "01/12/2026"], as: Self.member)
            #expect(late.status == .conflict)
            #expect(try #require(late.kept).contains("01/12/2026"))
        }
    }

    private static func label(_ reason: String) throws -> String {
        try #require(try Town.catalog().content.label(of: reason, in: "rejection-reasons"))
    }

    @Test func `an answer without a reason is asked for, with what was typed`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let again = try await client.post(
                LoopTown.inbox, ["acto": "reject", "sugerida": "demuna"], as: Self.member)
            #expect(again.status == .unprocessableContent)
            #expect(again.html.contains("<details open><summary>No me corresponde"))
            #expect(again.html.contains("value=\"demuna\" selected"))
        }
    }

    @Test func `a wrong hour or a missing document records nothing`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
            let good = [
                "acto": "record", "deber": "serve", "dia": "23/11/2026", "hora": "22:15",
                "documento": "OFICIO 1", "dia-documento": "",
            ]
            let faults = [
                ["dia": "31/02/2026"], ["hora": "25:00"], ["hora": "23:59"], ["documento": " "],
                ["deber": "otro"], ["documento": String(repeating: "9", count: 65)],
            ]
            for fault in faults {
                let refused = try await client.post(
                    LoopTown.inbox, good.merging(fault) { $1 }, as: Self.member)
                #expect(refused.status == .unprocessableContent, "\(fault)")
            }
            #expect(try await town.referral().state == .accepted)
            #expect(try await client.post(LoopTown.inbox, good, as: Self.member).status == .seeOther)
            #expect(try await town.referral().state == .done)
        }
    }

    @Test func `both times are kept: when it was done and when it was written`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
            town.clock.goOn(minutes: 30)
            let duty = [
                "acto": "record", "deber": "serve", "dia": "23/11/2026", "hora": "22:20",
                "documento": "OFICIO 1", "dia-documento": "",
            ]
            _ = try await client.post(LoopTown.inbox, duty, as: Self.member)
            let moment = try #require(try await town.referral().entered(.done))
            #expect(moment.declared?.hourText == "22:20")
            #expect(moment.registered.hourText == "22:45")
        }
    }

    @Test func `a visit of the ninth duty is recorded by whoever holds it, with its document`() async throws {
        let town = try LoopTown(duties: [
            .init(id: "duty-monitoring", owners: ["upe"], months: [1, 3], condition: .always),
            .init(id: "duty-integrity", owners: ["receiving-institutions"], months: [], condition: .always),
        ])
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
            let page = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(page.text.contains("Los nueve deberes"))
            #expect(page.text.contains("mes 1") && page.text.contains("mes 3"))
            for duty in ["monitor-1", "duty-integrity"] {
                let form = [
                    "acto": "record", "deber": "\(duty).\(LoopTown.person.text)", "dia": "23/11/2026",
                    "hora": "22:15", "documento": "INFORME \(duty)", "dia-documento": "",
                ]
                let done = try await client.post(LoopTown.inbox, form, as: Self.member)
                #expect(done.status == .seeOther, "\(duty)")
            }
            let person = try #require(await town.state().person(LoopTown.person))
            #expect(person.monitored.map(\.month) == [1])
            #expect(person.dutiesDone.map(\.duty) == ["duty-integrity"])
            let after = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(after.text.contains("Mes 1: INFORME monitor-1, 23/11/2026"))
            #expect(after.text.contains("INFORME duty-integrity, 23/11/2026"))
            #expect(!after.html.contains("value=\"monitor-1."))
        }
    }

    @Test func `who was recalled sees nothing of the person any more`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.record([.referral(LoopTown.referral, .recalled(reason: "duplicate"))])
        try await town.open { client in
            let page = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(page.status == .ok)
            #expect(!page.text.contains("Los nueve deberes"))
            #expect(!page.text.contains("Ahora la cuida"))
        }
    }

    @Test func `another unit and an implicated one find what nobody ever made`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        let absent = LoopTown.inbox.replacing(LoopTown.caseID.text, with: String(repeating: "e", count: 32))
        try await town.open { client in
            for member in [StaffMember.police, .prosecutor, .victims] {
                let page = try await client.get(LoopTown.inbox, as: member)
                #expect(page.status == .notFound)
                #expect(page.html == (try await client.get(absent, as: member)).html)
                for act in InboxAct.allCases {
                    let acted = try await client.post(LoopTown.inbox, ["acto": act.rawValue], as: member)
                    #expect(acted.status == .notFound)
                }
            }
        }
    }

    @Test func `a stop stands on the page until it is confirmed`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.record([
            .person(LoopTown.person, .consentGiven(.care, to: "upe")),
            .person(LoopTown.person, .consentWithdrawn(.care, to: "upe")),
        ])
        try await town.open { client in
            let page = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(page.text.contains("Deje de usar"))
            let verifier = ReceiptVerifier(keys: [town.signer.publicKey])
            let kinds = try page.receipts.map { try verifier.verify($0).statement.kind }
            #expect(kinds.contains(.stop))
            let confirm = ["acto": "confirm-stop", "persona": LoopTown.person.text, "fin": "care"]
            #expect(try await client.post(LoopTown.inbox, confirm, as: Self.member).status == .seeOther)
            let after = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(!after.text.contains("Confirmo que paramos"))
            #expect(await town.state().person(LoopTown.person)?.consents.first?.confirmedBy == ["upe"])
        }
    }

    @Test func `hostile text stays text`() async throws {
        let hostile = "\"><script>alert(1)</script>"
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            for act in InboxAct.allCases {
                var fields = [
                    "motivo", "sugerida", "dia", "hora", "puesto", "deber", "documento", "dia-documento",
                    "persona", "fin",
                ].reduce(into: [String: String]()) { $0[$1] = hostile }
                fields["acto"] = act.rawValue
                let page = try await client.post(LoopTown.inbox, fields, as: Self.member)
                #expect(!page.html.contains("<script>alert"), "\(act)")
            }
        }
    }

    @Test func `a form without the token of the session does nothing`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let fields = ["acto": "acknowledge", Gate.tokenField: "form-PN-06"]
            let refused = try await client.post(LoopTown.inbox, fields, as: Self.member)
            #expect(refused.status == .unprocessableContent)
            #expect(try await town.referral().state == .sent)
        }
    }
}
