import Access
import CaseRegister
import Catalog
import Composition
import Documents
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Sealing

@testable import Web

/// The site with a vault behind it: cases, keys and log in memory, the policy of the real catalogue.
struct VaultTown: Sendable {
    let cases: TownCases
    let vault: Vault
    let store = MemoryVaultStore()
    let log = MemoryAuditLog(digest: Fingerprint.sha256)
    let clock = StoryClock(Town.night)
    let web: WebApplication

    /// Invented, and nowhere else in the program: what must never be seen where it was not asked for.
    static let canary = "Zúñiga Práctica Canaria"
    static let caseID = try! CaseID(reading: String(repeating: "0", count: 31) + "9")
    static let person = PersonID(random: Array(repeating: 4, count: 16))
    static let referral = ReferralID(random: Array(repeating: 6, count: 16))

    static let file = "/casos/\(caseID.text)"
    static let acts = file + "/actos"
    static let reveal = file + "/revelar"
    static let secondReferral = ReferralID(random: Array(repeating: 8, count: 16))
    static let secondInbox = "/bandeja/\(caseID.text)/\(secondReferral.text)"
    static let inbox = "/bandeja/\(caseID.text)/\(referral.text)"
    static let proof = file + "/acuse/" + referral.text
    static let page = file + "/personas/" + person.text

    /// - Parameters:
    ///   - press: what makes files of papers.
    ///   - images: by which images come in.
    init(press: (any PaperPress)? = nil, images: (any ImageDoor)? = nil) throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog)
        let vaultRules = VaultRules(catalog)
        let clock = clock
        cases = TownCases(rules: rules)
        vault = Vault(
            store: store, log: log, random: random, clock: { clock.now }, rules: { vaultRules })
        var staff = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: cases, lists: cases,
            desk: CaseDesk(journal: cases, rules: { rules }, clock: { clock.now }), rules: { rules })
        staff.vault = VaultPorts(vault: vault, keys: FakeUnitKeys(), images: images)
        let tickets = MemoryAcknowledgementStore()
        staff.loop = LoopPorts(
            acknowledgements: AcknowledgementDesk(
                desk: staff.desk, store: tickets, keys: FakeUnitKeys(), random: random,
                clock: { clock.now }),
            receipts: ReceiptDesk(
                journal: cases, hashes: FakeHashes(), book: tickets,
                signer: try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))))
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        var ports = WebPorts(reports: MemoryJournal(random: random), staff: staff)
        ports.press = press
        web = WebApplication(
            catalog: catalog, ports: ports,
            clock: { clock.now }, random: random, logger: logger)
    }

    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// A case that the centre has taken, with one person in it.
    func openCase() async throws {
        let report = try StreetReport(
            id: Self.caseID,
            saw: .init(district: Town.sanMartin, facts: [], people: .one, claimedAt: Town.night),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        let centre = StaffMember.operator.acting
        try await record([
            .sightingReported(report, CaseReference(random: Array(1..<15))),
            .file(.claimed(by: centre.unit, municipality: centre.municipality)),
            .file(.personAdded(Self.person, age: .minor)),
        ])
    }

    func record(_ events: [CaseEvent]) async throws {
        let stands = await cases.history(of: Self.caseID).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: Self.caseID, after: stands,
            stamp: Stamp(actor: StaffMember.operator.acting.account, instant: clock.now))
    }

    /// Sends the case to a unit, as if somebody had.
    func refer(to member: StaffMember, as id: ReferralID = Self.referral) async throws {
        let draft = ReferralDraft(
            person: Self.person, step: "child-measure", institution: member.acting.institution,
            unit: member.acting.unit)
        try await record([
            .referral(id, .drafted(draft)), .referral(id, .sent(.inSystem)),
        ])
    }

    func state() async -> CaseState { CaseState(after: await cases.history(of: Self.caseID)) }

    /// The actions that stand in the log, the oldest first.
    func logged(_ action: VaultAction) async -> Int {
        await log.list(AuditFilter(action: action.rawValue, most: 1_000)).count
    }

    /// Whether a unit holds the key of a compartment.
    func holds(_ member: StaffMember, _ compartment: Compartment) async throws -> Bool {
        try await vault.holders(of: Self.caseID).contains(KeyGrant(compartment, member.acting.unit))
    }
}

extension TestClientProtocol {
    /// Seals a text with the form of the person page.
    func seal(_ text: String, as member: StaffMember, field: String = "name") async throws -> Visit {
        try await post(
            VaultTown.acts,
            [
                "acto": "sellar", "quien": VaultTown.person.text, "campo": field, "texto": text,
                "volver": "persona",
            ], as: member)
    }

    /// Asks to see a field.
    func reveal(
        as member: StaffMember, field: String = "name", because reason: String = "attend-person",
        isFresh: Bool = true
    ) async throws -> Visit {
        try await post(
            VaultTown.reveal, ["quien": VaultTown.person.text, "campo": field, "motivo": reason],
            as: member, isFresh: isFresh)
    }

    /// Does an act about the person.
    func act(_ act: String, _ fields: [String: String], as member: StaffMember) async throws -> Visit {
        var sent = fields
        sent["acto"] = act
        sent["quien"] = VaultTown.person.text
        sent["volver"] = "persona"
        return try await post(VaultTown.acts, sent, as: member)
    }
}
