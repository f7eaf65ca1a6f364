import Access
import CaseRegister
import Catalog
@testable import Composition
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Reports
import Sealing
import Testing

@testable import Web

/// The whole site over marked cases, each of which is somebody's and nobody else's.
///
/// It is built once and asked thousands of times: the cases stand in memory, folded once, and are set back
/// after a request that changed them; no passphrase is stretched and nothing waits for a clock.
struct MatrixTown: Sendable {
    let cases: TownCases
    let tally = PortTally()
    let random = SeededSource()
    let rules: ProtocolRules
    let web: WebApplication
    let all: [MatrixCase]
    /// What the marks of all cases begin with.
    let stems: [String]
    /// The cases as they stood before the first request.
    let morning: TownCases.Snapshot

    static let now = Town.night
    /// What a unit has sealed and can search for, where the town has it.
    static let name = "palabra de práctica"

    /// - Parameters:
    ///   - altered: the field in which every case is another than in the town without it.
    ///   - hasName: whether the case management of the first case has sealed the name.
    ///   - isPractice: whether it is a practice house, which has every page.
    ///   - lists: what the screens read lists from; a test puts one in that leaks.
    init(
        altered: CaseField? = nil, hasName: Bool = true, isPractice: Bool = true,
        lists plant: (@Sendable (TownCases) -> any CaseLists)? = nil
    ) async throws {
        let catalog = try Town.catalog()
        let rules = ProtocolRules(catalog)
        let cases = TownCases(rules: rules)
        all = try await Self.open(in: cases, altered: altered)
        stems = Set(all.flatMap { $0.marks.map(\.stem) }).sorted()
        morning = await cases.snapshot()
        let journal = TalliedJournal(cases: cases, tally: tally)
        let desk = CaseDesk(journal: journal, rules: { rules }, clock: { Self.now })
        var staff = StaffPorts(
            door: TalliedDoor(door: FakeDoor(), tally: tally), units: TalliedUnits(tally: tally),
            journal: journal, lists: TalliedLists(lists: plant?(cases) ?? cases, tally: tally), desk: desk,
            rules: { rules })
        let store = MemoryAcknowledgementStore()
        staff.loop = LoopPorts(
            acknowledgements: AcknowledgementDesk(
                desk: desk, store: store, keys: FakeUnitKeys(), random: random, clock: { Self.now }),
            receipts: ReceiptDesk(
                journal: journal, hashes: FakeHashes(), book: store,
                signer: try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))))
        let vaultRules = VaultRules(catalog)
        let vault = Vault(
            store: MemoryVaultStore(), log: MatrixLog(),
            random: random, clock: { Self.now },
            rules: { vaultRules })
        staff.vault = VaultPorts(vault: vault, keys: FakeUnitKeys())
        if hasName { try await Self.seal(in: all[0], with: vault) }
        staff.accounts = Self.accounts(random)
        staff.keeping = KeepingPorts(
            directory: MemoryDirectoryBook(), trail: EmptyTrail(), audit: MatrixLog())
        staff.keeping?.ladder = LadderPorts(book: MemoryLadderBook(), follow: {})
        staff.figures = try await Self.figures(catalog, rules, random)
        staff.messages = MessagePorts(
            outbox: EmptyOutbox(),
            channels: ChannelDesk(
                book: EmptyChannelBook(), audit: MatrixLog(), random: random, clock: { Self.now }),
            kinds: [.email, .sms], origins: [])
        staff.tokens = APITokenDesk(
            store: MemoryAPITokenStore(), log: MatrixLog(), random: random, clock: { Self.now })
        staff.messages?.push = PushPorts(
            desk: PushDesk(
                book: EmptyPushBook(), origins: [], audit: MatrixLog(), random: random, clock: { Self.now }),
            publicKey: "clave", words: "Tiene 1 aviso.")
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        var ports = WebPorts(reports: MemoryJournal(random: random), staff: staff)
        ports.readiness = { [] }
        ports.practice = PracticePorts(book: MemoryDrillBook())
        var settings = WebSettings()
        settings.isPractice = isPractice
        ports.app = try AppHouse(
            journal: MemoryJournal(random: random), cases: journal, desk: desk, log: MatrixLog(),
            clock: { Self.now }
        ).ports
        web = WebApplication(
            catalog: catalog, ports: ports,
            clock: { Self.now }, random: random, logger: logger, settings: settings)
        self.cases = cases
        self.rules = rules
    }

    /// What somebody has to do with a case as it stood in the morning.
    func relation(of acting: Acting?, to file: MatrixCase?) -> CaseRelation {
        file.map { relation(of: acting, to: morning.state(of: $0.id)) } ?? .none
    }

    func relation(of acting: Acting?, to state: CaseState) -> CaseRelation {
        guard let acting else { return .none }
        return CaseRelation(of: acting, to: state, at: Self.now, under: rules)
    }

    /// The case management of the first case can find its person by name.
    private static func seal(in file: MatrixCase, with vault: Vault) async throws {
        let member = StaffMember.caseManager
        let holder = KeyHolder(
            member.acting, keys: member.keys, steppedUpUntil: Instant(millisecondsSinceEpoch: .max))
        _ = try await vault.seal(
            name, at: VaultPlace(case: file.id, person: file.person, .identity, field: "name"), by: holder,
            for: [
                KeyReceiver(
                    member.acting.unit, of: member.acting.institution, key: member.keys.publicKey)
            ])
    }

    /// Figures of which one quarter is published: of nothing, so that no case can be seen through them.
    private static func figures(
        _ catalog: ProtocolCatalog, _ rules: ProtocolRules, _ random: SeededSource
    ) async throws -> FigurePorts {
        let book = MemoryReleaseBook()
        let period = try #require(FigurePeriod(year: 2026, quarter: 2))
        let scheme = FigureScheme(period, places: catalog.figurePlaces, bodies: .init())
        let figures = FigureCount(scheme, until: now, under: rules).released(random: random, isOpen: true)
        let release = FigureRelease(
            RecordID(random: random.bytes(16)), figures, checksum: String(repeating: "a", count: 64),
            made: Stamp(actor: StaffMember.coordinator.acting.account, instant: now))
        _ = try await book.propose(release)
        _ = try await book.approve(
            release.id, Stamp(actor: StaffMember.privacyOfficer.acting.account, instant: now))
        return FigurePorts(
            desk: ReleaseDesk(
                book: book, archive: EmptyArchive(), chance: (random, Fingerprint.sha256),
                places: catalog.figurePlaces, now: { (now, rules) }))
    }

    /// Accounts that nobody enters with: sessions come from the door of the tests.
    /// Accounts that nobody has, and that refuse every heavy work.
    static func accounts(_ random: any RandomSource) -> AccountPorts {
        let (store, throttle, work) = (MemoryAccounts(), EntryThrottle(), NoWork())
        let sessions = Sessions(store: store, throttle: throttle, work: work, clock: { now })
        return AccountPorts(
            entrance: Entrance(
                store: store, throttle: throttle, work: work, clock: { now }, random: random),
            sessions: sessions,
            desk: AccountDesk(
                store: store, sessions: sessions, work: work, clock: { now }, random: random))
    }
}

/// Refuses every heavy work: the matrix tries no passphrase.
struct NoWork: HeavyWork {
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(HeavyWorkBusy) -> Value { throw HeavyWorkBusy() }
}

/// An archive without a case.
struct EmptyArchive: CaseArchive {
    func cases(
        openedFrom start: Instant, before end: Instant, from place: (after: CaseID?, most: Int)
    ) -> [ArchivedCase] { [] }
}

/// A journal in which nothing has happened yet, for the log.
struct EmptyTrail: JournalTrail {
    func end() -> JournalAnchor? { nil }
    func acts(_ question: TrailQuestion) -> [TrailAct] { [] }
    func firstFinding() -> JournalCheck.Finding? { nil }
}
