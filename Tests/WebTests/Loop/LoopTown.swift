import Access
import CaseRegister
import Catalog
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Sealing
import Synchronization

@testable import Web

/// The site with the closed loop: cases in memory, a clock that the story moves, receipts signed with a test key.
struct LoopTown: Sendable {
    let cases: TownCases
    let desk: CaseDesk
    let store = MemoryAcknowledgementStore()
    let loop: LoopPorts
    let signer: ReceiptSigner
    let clock = StoryClock(Town.night)
    let web: WebApplication

    /// The case, its one person and its one referral to the UPE.
    static let caseID = try! CaseID(reading: String(repeating: "0", count: 31) + "7")
    static let person = PersonID(random: Array(repeating: 3, count: 16))
    static let referral = ReferralID(random: Array(repeating: 5, count: 16))

    /// - Parameter duties: what is owed to the person; nothing by default.
    init(settings: WebSettings = WebSettings(), duties: [ProtocolRules.DutyRule] = []) throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog, duties: duties)
        let clock = clock
        cases = TownCases(rules: rules)
        desk = CaseDesk(journal: cases, rules: { rules }, clock: { clock.now })
        signer = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))
        loop = LoopPorts(
            acknowledgements: AcknowledgementDesk(
                desk: desk, store: store, keys: FakeUnitKeys(), random: random, clock: { clock.now }),
            receipts: ReceiptDesk(journal: cases, hashes: FakeHashes(), book: store, signer: signer))
        var staff = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: cases, lists: cases, desk: desk, rules: { rules })
        staff.loop = loop
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: WebPorts(reports: MemoryJournal(random: random), staff: staff),
            clock: { clock.now }, random: random, logger: logger, settings: settings)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// A case that the centre has taken and sent to the UPE.
    func sendReferral(step: String = "child-measure", hasUnit: Bool = true) async throws {
        let report = try StreetReport(
            id: Self.caseID,
            saw: .init(district: Town.sanMartin, facts: [], people: .one, claimedAt: Town.night),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        try await record([.sightingReported(report, CaseReference(random: Array(0..<14)))], by: .street)
        let centre = StaffMember.operator.acting
        let draft = ReferralDraft(
            person: Self.person, step: step, institution: "upe",
            unit: hasUnit ? StaffMember.protection.acting.unit : nil)
        try await record([
            .file(.claimed(by: centre.unit, municipality: centre.municipality)),
            .file(.personAdded(Self.person, age: .minor)), .referral(Self.referral, .drafted(draft)),
            .referral(Self.referral, .sent(.inSystem)),
        ])
    }

    /// Appends events as they are: the past of a story.
    func record(
        _ events: [CaseEvent], by actor: ActorID = StaffMember.operator.acting.account
    ) async throws {
        let stands = await cases.history(of: Self.caseID).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: Self.caseID, after: stands,
            stamp: Stamp(actor: actor, instant: clock.now))
    }

    /// The case as it stands.
    func state() async -> CaseState { CaseState(after: await cases.history(of: Self.caseID)) }

    /// The one referral as it stands.
    func referral() async throws -> Referral {
        guard let found = await state().referral(Self.referral) else { throw StoryFault.noReferral }
        return found
    }

    static let inbox = "/bandeja/\(caseID.text)/\(referral.text)"
    static let proof = "/casos/\(caseID.text)/acuse/\(referral.text)"
}

/// A story that cannot go on.
enum StoryFault: Error {
    case noReferral, nothingShown
}

/// A clock that stands still until the story moves it. A class, since the site and the story share it.
final class StoryClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }

    func goOn(minutes: Int64) { instant.withLock { $0 = $0.adding(milliseconds: minutes * 60_000) } }
}

/// The key of every unit of the town.
struct FakeUnitKeys: UnitKeys {
    func publicKey(of unit: UnitID) -> UnitPublicKey? { StaffMember.keys(of: unit).publicKey }
}

/// A hash for every position: the position itself, in sixty-four digits.
struct FakeHashes: JournalHashes {
    func hash(at position: Int64) -> String? {
        let digits = String(position, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }
}

extension Visit {
    /// The secret of the link that the page shows once.
    var linkSecret: String {
        get throws {
            guard let found = html.firstMatch(of: /\/acuse#([A-Za-z0-9_-]{43})/) else {
                throw StoryFault.nothingShown
            }
            return String(found.output.1)
        }
    }

    /// The six digits that the page shows once.
    var digits: String {
        get throws {
            guard let found = html.firstMatch(of: /[> ](\d{3}) (\d{3})</) else {
                throw StoryFault.nothingShown
            }
            return String(found.output.1 + found.output.2)
        }
    }

    /// The texts of the signed receipts on the page.
    var receipts: [String] {
        html.matches(of: /<p class="mono small">(RUTA1\.[^<]*)<\/p>/).map { String($0.output.1) }
    }
}
