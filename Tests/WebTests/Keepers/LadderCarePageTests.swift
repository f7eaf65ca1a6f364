import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Composition
@testable import Web

/// Our own times are changed by two people, at once for every clock, and never a term of law.
struct LadderCarePageTests {
    private static let path = "/gestion/escalera"
    private static let page = "/gestion/escalera?clase=claim"
    private static let times = [
        "acto": "cambiar", "meta": "10 min", "peldano-1": "0", "peldano-2": "1 min", "peldano-3": "2 min",
        "peldano-4": "1 h", "peldano-5": "1 d", "motivo": "decision",
    ]

    /// The end of the first clock of the only open case.
    private func due(_ town: KeeperTown) async throws -> Instant? {
        try await town.journal.queue(of: Town.sanMartin, from: 0, most: 1).first?.next?.due
    }

    private func propose(
        _ fields: [String: String] = times, on client: any TestClientProtocol, isFresh: Bool = true
    ) async throws -> Visit {
        let page = try await client.get(Self.page, as: .administrator)
        return try await client.post(
            Self.path, page.hidden.merging(fields) { $1 }, as: .administrator, isFresh: isFresh)
    }

    private func approve(
        _ client: any TestClientProtocol, as member: StaffMember = .coordinator
    ) async throws -> Visit {
        let page = try await client.get(Self.page, as: member)
        guard let form = page.forms.first(where: { $0.fields["acto"] == "aprobar" }) else { return page }
        return try await client.post(Self.path, form.fields, as: member, isFresh: true)
    }

    @Test func `times are in force once a second person approves, and go back the same way`() async throws {
        let town = try KeeperTown()
        try await town.openCase()
        let opened = town.clock.now
        try await town.open { client in
            #expect(try await due(town) == opened.adding(milliseconds: 30_000))
            #expect(try await propose(on: client).status == .seeOther)
            #expect(try await due(town) == opened.adding(milliseconds: 30_000))
            #expect(try await client.get(Self.path, as: .coordinator).text.contains("Falta aprobar"))
            #expect(try await approve(client).status == .seeOther)
            #expect(try await due(town) == opened.adding(milliseconds: 600_000))
            let list = try await client.get(Self.path, as: .coordinator)
            #expect(list.text.contains("10 min") && list.text.contains("Edición: 30 s"))
            let shown = try await client.get(Self.page, as: .coordinator)
            #expect(shown.text.contains("Lo aprobó ST-01"))

            let back = ["acto": "volver", "motivo": "correction"]
            #expect(try await propose(back, on: client).status == .seeOther)
            #expect(try await due(town) == opened.adding(milliseconds: 600_000))
            #expect(try await approve(client).status == .seeOther)
            #expect(try await due(town) == opened.adding(milliseconds: 30_000))
        }
    }

    @Test func `who proposed cannot approve, and an old session changes nothing`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let old = try await propose(on: client, isFresh: false)
            #expect(old.status == .unprocessableContent)
            #expect(old.text.contains("Mi cuenta"))
            #expect(old.html.contains("value=\"10 min\""))
            #expect(try await town.ladder.changes().isEmpty)
            #expect(try await propose(on: client).status == .seeOther)
            let own = try await client.get(Self.page, as: .administrator)
            #expect(own.text.contains("Lo aprueba otra persona, no usted"))
            let id = try #require(try await town.ladder.changes().first?.id.text)
            let forged = ["acto": "aprobar", "clase": "claim", "id": id]
            let alone = try await client.post(Self.path, forged, as: .administrator, isFresh: true)
            #expect(alone.status == .unprocessableContent)
            #expect(try await town.ladder.changes().inForce.isEmpty)
        }
    }

    @Test(arguments: [
        ["meta": "0"], ["meta": "pronto"], ["meta": "10"], ["peldano-1": ""], ["peldano-2": "3 min"],
        ["peldano-5": "900 d"], ["meta": "-1 min"], ["motivo": ""], ["motivo": "otro"],
    ])
    func `a time that cannot be is refused, and what was typed stays`(wrong: [String: String]) async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let refused = try await propose(Self.times.merging(wrong) { $1 }, on: client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("No se hizo"))
            #expect(refused.html.contains("value=\"1 h\""))
            #expect(try await town.ladder.changes().isEmpty)
        }
    }

    @Test func `an old page changes nothing`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let old = try await client.get(Self.page, as: .coordinator)
            #expect(try await propose(on: client).status == .seeOther)
            let late = try await client.post(
                Self.path, old.hidden.merging(Self.times) { $1 }, as: .coordinator, isFresh: true)
            #expect(late.status == .unprocessableContent)
            #expect(try await town.ladder.changes().count == 1)
        }
    }

    @Test func `no change touches a term of law`() throws {
        let rules = ProtocolRules(try Town.catalog())
        let stamp = Stamp(actor: StaffMember.administrator.acting.account, instant: Town.night)
        let times = try #require(LadderChange.Times(goal: 1_000, rungs: [0, 0, 0, 0, 0]))
        let changes = try Obligation.Kind.allCases.enumerated().map { number, kind in
            LadderChange(
                try RecordID(reading: String(repeating: String(number, radix: 16), count: 32)), of: kind,
                version: 1, to: times, because: .decision, made: stamp
            ).approved(Stamp(actor: StaffMember.coordinator.acting.account, instant: Town.night))
        }
        let changed = rules.applying(changes)
        #expect(changed.timeRules == rules.timeRules)
        #expect(changed.ladder.keepInLoopMilliseconds == rules.ladder.keepInLoopMilliseconds)
        #expect(Set(changed.ladder.goals.keys) == Set(rules.ladder.goals.keys))
        #expect(changed.ladder.goals.values.allSatisfy { $0 == 1_000 })
        #expect(changed.ladder.rungs.values.allSatisfy { $0 == times.rungs })
        #expect(changed.ladder.edition != rules.ladder.edition)
    }

    @Test(arguments: [
        ("10 min", 600_000), ("2h", 7_200_000), ("1 D", 86_400_000), ("30 s", 30_000), ("0", 0), ("0 s", 0),
    ])
    func `a length is read as people type it`(text: String, milliseconds: Int64) {
        #expect(TypedLength.milliseconds(text) == milliseconds)
        #expect(TypedLength.milliseconds(TypedLength.text(milliseconds)) == milliseconds)
    }
}
