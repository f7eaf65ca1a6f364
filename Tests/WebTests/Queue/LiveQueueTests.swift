import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Synchronization
import Testing

@testable import Web

/// Everything that changes a queue is heard in it, on the real journal, whoever did it.
// Against a hang only: the minutes count while a test waits behind the others for its turn.
@Suite(.timeLimit(.minutes(60)))
struct LiveQueueTests {
    private let town: KeeperTown
    private let bell: QueueBell
    private let ports: StaffPorts
    private static let person = PersonID(random: Array(repeating: 3, count: 16))
    private static let referral = ReferralID(random: Array(repeating: 5, count: 16))

    init() throws {
        let town = try KeeperTown()
        self.town = town
        ports = try #require(town.web.ports.staff)
        // It never looks by itself: what is heard was rung by the journal.
        bell = QueueBell(of: ports, clock: { town.clock.now }, pause: QueueBellTests.never)
    }

    /// Waits for the change that an act makes in the queues of a member; an unheard one never ends.
    private func hears(
        _ member: StaffMember = .operator, _ act: () async throws -> Void
    ) async throws {
        let line = await bell.listen(to: Territory.queues(of: member.acting, under: ports.rules()))
        try await act()
        for await tick in line where tick == .changed { break }
    }

    /// A case that the centre has taken and sent to the UPE.
    private func sent() async throws -> CaseID {
        let id = try await town.openCase().id
        let centre = StaffMember.operator.acting
        let draft = ReferralDraft(
            person: Self.person, step: "child-measure", institution: "upe",
            unit: StaffMember.protection.acting.unit)
        try await town.record(
            [
                .file(.claimed(by: centre.unit, municipality: centre.municipality)),
                .file(.personAdded(Self.person, age: .minor)), .referral(Self.referral, .drafted(draft)),
                .referral(Self.referral, .sent(.inSystem)),
            ], in: id)
        return id
    }

    private var acknowledgements: AcknowledgementDesk {
        let clock = town.clock
        return AcknowledgementDesk(
            desk: ports.desk, store: MemoryAcknowledgementStore(), keys: FakeUnitKeys(),
            random: SeededSource(), clock: { clock.now })
    }

    @Test func `a report from the street`() async throws {
        try await hears { try await town.openCase() }
        await bell.close()
    }

    @Test func `a case against the centre, by the case management alone`() async throws {
        let queues = Territory.queues(of: StaffMember.operator.acting, under: ports.rules())
        let centre = await bell.listen(to: queues)
        try await hears(.caseManager) {
            try await town.openCase(facts: ["official-implicated": "serenazgo"])
        }
        await bell.close()
        for await tick in centre { #expect(tick == .beat) }
    }

    @Test func `an acknowledgement from the inbox`() async throws {
        let id = try await sent()
        try await hears {
            _ = try await acknowledgements.acknowledge(
                Self.referral, in: id, by: StaffMember.protection.acting, post: "UPE")
        }
        await bell.close()
    }

    @Test func `an acknowledgement by a link`() async throws {
        let id = try await sent()
        let desk = acknowledgements
        let link = try await desk.issueLink(
            for: Self.referral, in: id, by: StaffMember.operator.acting, session: "s")
        try await hears {
            let card = SignerCard(name: "Persona de práctica 1", post: "Cargo", institution: "upe")
            _ = try await desk.answer(link.secret, .attend, by: card)
        }
        await bell.close()
    }

    @Test func `a rung of the ladder`() async throws {
        _ = try await sent()
        let clock = town.clock
        clock.turn(hours: 48)
        let keeper = LadderKeeper(
            journal: town.journal, lists: town.journal, rules: ports.rules, clock: { clock.now })
        try await hears {
            let climbed = try await keeper.sweep(most: 10)
            #expect(climbed > 0)
        }
        await bell.close()
    }

    @Test(arguments: [nil, "serenazgo"] as [String?])
    func `the line of the page tells it to whom may read the case`(implicated: String?) async throws {
        let line = OpenLine()
        let member = implicated == nil ? StaffMember.operator : .caseManager
        let facts = implicated.map { ["official-implicated": $0] } ?? [:]
        try await town.open { client in
            try await withThrowingTaskGroup { group in
                group.addTask {
                    let heard = try await client.get("/cola/vivo", as: member)
                    line.close()
                    #expect(heard.status == .ok)
                    #expect(heard.headers[.contentType] == "text/event-stream")
                    #expect(heard.html.hasPrefix("retry: 3000\n\n"))
                    #expect(heard.html.contains("event: cambio\ndata: "))
                    #expect(heard.html.firstMatch(of: /[0-9a-f]{32}/) == nil)
                }
                // The line is let go at the first tick after ten minutes; until then one case follows another.
                group.addTask {
                    var number = 0
                    while line.isOpen {
                        number += 1
                        try await town.openCase(number, facts: facts)
                        town.clock.turn(hours: 1)
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

/// Whether somebody still reads; a class, since both sides of the story share it.
private final class OpenLine: Sendable {
    private let stands = Mutex(true)

    var isOpen: Bool { stands.withLock { $0 } }

    func close() { stands.withLock { $0 = false } }
}
