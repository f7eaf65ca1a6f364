import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain

@testable import Web

/// The site with its pages behind the entry: a frozen clock, cases in memory, one session a member.
///
/// A story gets a client: `try await client.get("/cola", as: .operator)`,
/// `try await client.post("/casos/…/actos", ["act": "claim"], as: .operator)` (the form token is added).
struct StaffTown: Sendable {
    let reports: MemoryJournal
    let cases: TownCases
    let desk: CaseDesk
    let door: FakeDoor
    let web: WebApplication

    /// - Parameter rules: nil for coded lists without clocks.
    init(
        at instant: Instant = Town.night, settings: WebSettings = WebSettings(),
        rules asked: ProtocolRules? = nil
    ) throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = asked ?? Self.rules(of: catalog)
        reports = MemoryJournal(random: random)
        cases = TownCases(rules: rules)
        desk = CaseDesk(journal: cases, rules: { rules }, clock: { instant })
        door = FakeDoor()
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog,
            ports: WebPorts(
                reports: reports,
                staff: StaffPorts(
                    door: door, units: FakeUnits(), journal: cases, lists: cases, desk: desk,
                    rules: { rules })),
            clock: { instant }, random: random, logger: logger, settings: settings)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// Records the report that opens a case, as the street does; the number tells cases apart.
    ///
    /// - Returns: the id and the reference of the case.
    @discardableResult
    func openCase(
        _ number: Int = 1, in district: String? = Town.sanMartin, facts: [String: String] = [:],
        by actor: ActorID = .street, at instant: Instant = Town.night
    ) async throws -> (id: CaseID, reference: CaseReference) {
        let digits = String(number, radix: 16)
        let id = try CaseID(reading: String(repeating: "0", count: CaseID.digits - digits.count) + digits)
        let report = try StreetReport(
            id: id,
            saw: .init(
                district: district, facts: facts.map { StreetReport.Answer($0.key, $0.value) }, people: .one,
                claimedAt: instant),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        let reference = CaseReference(random: (0..<14).map { UInt8(truncatingIfNeeded: number &* 37 &+ $0) })
        try await record([.sightingReported(report, reference)], in: id, by: actor, at: instant)
        return (id, reference)
    }

    /// Appends events as they are, whoever may do so: the past of a story.
    func record(
        _ events: [CaseEvent], in id: CaseID, by actor: ActorID = StaffMember.operator.acting.account,
        at instant: Instant = Town.night
    ) async throws {
        let stands = await cases.history(of: id).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: id, after: stands, stamp: Stamp(actor: actor, instant: instant))
    }

    /// Rules with the coded lists of the catalogue and no clocks.
    static func rules(
        of catalog: ProtocolCatalog, duties: [ProtocolRules.DutyRule] = []
    ) -> ProtocolRules {
        let codes = catalog.content.codes.map { ($0.id.text, Set($0.codes.map(\.id))) }
        let implicated = catalog.content.implicated.map { ($0.id.text, Set($0.institutions.map(\.text))) }
        return ProtocolRules(
            catalogHash: catalog.hash, timeRules: [:], duties: duties,
            ladder: .init(rungs: [:], goals: [:], keepInLoopMilliseconds: 86_400_000),
            calendar: OfficeCalendar(holidays: []),
            lists: .init(
                codes: Dictionary(uniqueKeysWithValues: codes),
                implicated: Dictionary(uniqueKeysWithValues: implicated),
                centre: "serenazgo", dataKeeper: "municipality")
        )
    }
}

extension TestClientProtocol {
    /// Opens a page as a member; nil is nobody.
    func get(_ path: String, as member: StaffMember?, isFresh: Bool = false) async throws -> Visit {
        try await get(path, headers: Self.session(of: member, isFresh))
    }

    /// Sends a form of a page as a member, with the token of the session.
    func post(
        _ path: String, _ fields: [String: String], as member: StaffMember?, isFresh: Bool = false
    ) async throws -> Visit {
        var fields = fields
        if let member, fields[Gate.tokenField] == nil { fields[Gate.tokenField] = member.formToken }
        return try await post(path, fields, headers: Self.session(of: member, isFresh))
    }

    private static func session(of member: StaffMember?, _ isFresh: Bool) -> HTTPFields {
        guard let member else { return [:] }
        let token = member.token + (isFresh ? ".fresh" : "")
        return [.cookie: "\(Gate.cookieName(WebSettings()))=\(token)"]
    }
}
