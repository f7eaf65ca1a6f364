import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// An officer reaches the person by links, and does there what the duty asks.
struct OfficerPersonTests {
    private static let member = StaffMember.protection
    private static let page = "/casos/\(LoopTown.caseID.text)/personas/\(LoopTown.person.text)"
    private static let acts = "/casos/\(LoopTown.caseID.text)/actos"

    @Test func `the inbox links each person and the form of what is owed, and the person links back`()
        async throws
    {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            _ = try await client.post(LoopTown.inbox, ["acto": "acknowledge-accept"], as: Self.member)
            let inbox = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(inbox.html.matches(of: try Regex("href=\"\(Self.page)\"")).count == 2)
            #expect(inbox.html.contains("href=\"\(Self.page)#rights\""))
            let list = try await client.get("/bandeja", as: Self.member)
            #expect(list.html.contains("href=\"\(Self.page)#rights\""))
            let person = try await client.get(Self.page, as: Self.member)
            #expect(person.status == .ok)
            #expect(person.html.contains("href=\"\(LoopTown.inbox)\""))
            #expect(person.html.contains("id=\"rights\""))
        }
    }

    @Test func `who was recalled gets no link to the person`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.record([.referral(LoopTown.referral, .recalled(reason: "duplicate"))])
        try await town.open { client in
            let inbox = try await client.get(LoopTown.inbox, as: Self.member)
            #expect(inbox.status == .ok)
            #expect(!inbox.html.contains("/personas/"))
        }
    }

    @Test func `an officer takes custody on the page, and the duties stand in that inbox and are done there`()
        async throws
    {
        let town = try LoopTown(duties: [
            .init(id: "duty-integrity", owners: ["receiving-institutions"], months: [], condition: .always)
        ])
        try await town.sendReferral()
        try await town.open { client in
            let page = try await client.get(Self.page, as: Self.member)
            let unit = Self.member.acting.unit.text
            #expect(page.html.contains("name=\"unidad\" value=\"\(unit)\""))
            let form = [
                "quien": LoopTown.person.text, "entidad": "upe", "unidad": unit, "cargo": "F-07",
                "volver": "persona", "acto": "responder",
            ]
            #expect(try await client.post(Self.acts, form, as: Self.member).status == .seeOther)
            let holder = await town.state().person(LoopTown.person)?.custody.current?.holder
            #expect(holder?.unit == Self.member.acting.unit)
            let list = try await client.get("/bandeja", as: Self.member)
            let name = try Self.duty("duty-integrity")
            #expect(list.text.contains(name))
            let duty = [
                "acto": "record", "deber": "duty-integrity.\(LoopTown.person.text)", "dia": "23/11/2026",
                "hora": "22:15", "documento": "INFORME 7", "dia-documento": "",
            ]
            #expect(try await client.post(LoopTown.inbox, duty, as: Self.member).status == .seeOther)
            #expect(await town.state().person(LoopTown.person)?.dutiesDone.count == 1)
            let after = try await client.get("/bandeja", as: Self.member)
            #expect(!after.text.contains(name))
        }
    }

    @Test(arguments: ["upe", "serenazgo", "demuna", "udavit"])
    func `what the owner writes down names the unit that was told, the centre, the own one, or none`(
        institution: String
    ) async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            let form = [
                "quien": LoopTown.person.text, "entidad": institution, "cargo": "F-07", "acto": "responder",
            ]
            let done = try await client.post(Self.acts, form, as: .caseManager)
            #expect(done.status == .seeOther)
        }
        let units = [
            "upe": StaffMember.protection, "serenazgo": .operator, "demuna": .caseManager,
        ]
        let holder = await town.state().person(LoopTown.person)?.custody.current?.holder
        #expect(holder?.institution == institution)
        #expect(holder?.unit == units[institution]?.acting.unit)
    }

    @Test func `an officer never speaks for another body`() async throws {
        let town = try LoopTown()
        try await town.sendReferral()
        try await town.open { client in
            for act in ["responder", "declarar"] {
                let form = [
                    "quien": LoopTown.person.text, "entidad": "udavit", "cargo": "F-07", "acto": act,
                ]
                let refused = try await client.post(Self.acts, form, as: Self.member)
                #expect(refused.status == .conflict)
            }
            #expect(await town.state().person(LoopTown.person)?.custody.current == nil)
        }
    }

    private static func duty(_ id: String) throws -> String { CatalogNames(try Town.catalog()).duty(id) }
}
