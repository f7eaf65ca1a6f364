import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import Logging
import NIOCore
import ReferralDomain

@testable import Web

/// The site with cases in memory and keys of programs: the case of the loop, sent to the UPE.
struct APITown: Sendable {
    let cases: TownCases
    let tokens: APITokenDesk
    let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
    let clock = StoryClock(Town.night)
    let web: WebApplication

    init() async throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog)
        let clock = clock
        cases = TownCases(rules: rules)
        tokens = APITokenDesk(
            store: MemoryAPITokenStore(), log: log, random: random, clock: { clock.now })
        var staff = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: cases, lists: cases,
            desk: CaseDesk(journal: cases, rules: { rules }, clock: { clock.now }), rules: { rules })
        staff.tokens = tokens
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: WebPorts(reports: MemoryJournal(random: random), staff: staff),
            clock: { clock.now }, random: random, logger: logger)
        try await sendReferral()
    }

    /// A key of a member's unit.
    func key(of member: StaffMember, _ scopes: Set<APIScope> = Set(APIScope.allCases)) async throws -> String
    {
        try await tokens.make("agenda", scopes: scopes, days: 90, by: member.acting).secret
    }

    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    private func sendReferral() async throws {
        let report = try StreetReport(
            id: LoopTown.caseID,
            saw: .init(
                district: Town.sanMartin, facts: [.init("begging", "yes")], signs: ["F01"], people: .one,
                claimedAt: Town.night),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        let centre = StaffMember.operator.acting
        let draft = ReferralDraft(
            person: LoopTown.person, step: "child-measure", institution: "upe",
            unit: StaffMember.protection.acting.unit)
        let events: [CaseEvent] = [
            .sightingReported(report, CaseReference(random: Array(0..<14))),
            .file(.claimed(by: centre.unit, municipality: centre.municipality)),
            .file(.personAdded(LoopTown.person, age: .minor)),
            .referral(LoopTown.referral, .drafted(draft)), .referral(LoopTown.referral, .sent(.inSystem)),
        ]
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: LoopTown.caseID, after: 0,
            stamp: Stamp(actor: centre.account, instant: clock.now))
    }
}
