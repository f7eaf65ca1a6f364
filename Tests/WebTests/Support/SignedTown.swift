import CaseRegister
import Catalog
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Sealing

@testable import Access
@testable import Web

/// The site with accounts that can sign: cases in memory, and a clock that the story moves.
///
/// Every member has the same passphrase and the same secret of the six digits; the lock is a cheap one.
struct SignedTown: Sendable {
    let cases: TownCases
    let store = MemoryAccounts()
    let clock = StoryClock(Town.night)
    let log = MemoryAuditLog(digest: { _ in Array(repeating: 7, count: 32) })
    let web: WebApplication

    static let passphrase = "cuerda tejado lunes marfil 7"
    /// The end of the journal that every sheet shows.
    static let end = JournalAnchor(position: 42, hash: String(repeating: "ab", count: 32))
    private static let factor = [UInt8](repeating: 4, count: TimeCode.secretLength)

    init() async throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog)
        let clock = clock
        let read: @Sendable () -> Instant = { clock.now }
        cases = TownCases(rules: rules)
        var staff = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: cases, lists: cases,
            desk: CaseDesk(journal: cases, rules: { rules }, clock: read), rules: { rules })
        let throttle = EntryThrottle()
        let sessions = Sessions(store: store, throttle: throttle, work: WorkAtOnce(), clock: read)
        staff.accounts = AccountPorts(
            entrance: Entrance(
                store: store, throttle: throttle, work: WorkAtOnce(), clock: read, random: random),
            sessions: sessions,
            desk: AccountDesk(
                store: store, sessions: sessions, work: WorkAtOnce(), clock: read, random: random))
        staff.keeping = KeepingPorts(
            directory: MemoryDirectoryBook(), trail: FakeTrail(), audit: log)
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: WebPorts(reports: MemoryJournal(random: random), staff: staff),
            clock: read, random: random, logger: logger)
        for member in StaffMember.everybody {
            try await add(member.acting.account.text, member.acting.role, member.acting.unit)
        }
        // A second person where the town has only one.
        try await add("OP-72", .operator, StaffMember.otherOperator.acting.unit)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// A case of San Martín de Porres that OP-12 has taken, with one person where the story needs one.
    @discardableResult
    func take(
        _ number: Int, withPerson: Bool = false, heldBy holder: Holder? = nil, facts: [String: String] = [:]
    ) async throws -> (id: CaseID, reference: CaseReference) {
        let id = try Self.caseID(number)
        let report = try StreetReport(
            id: id,
            saw: .init(
                district: Town.sanMartin, facts: facts.map { StreetReport.Answer($0.key, $0.value) },
                people: .one, claimedAt: Town.night),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        let reference = CaseReference(random: (0..<14).map { UInt8(truncatingIfNeeded: number &* 37 &+ $0) })
        try await record([.sightingReported(report, reference)], in: id, by: .street)
        let centre = StaffMember.operator.acting
        try await record([.file(.claimed(by: centre.unit, municipality: centre.municipality))], in: id)
        let person = PersonID(random: Array(repeating: UInt8(number), count: 16))
        if withPerson { try await record([.file(.personAdded(person, age: .minor))], in: id) }
        if let holder { try await record([.person(person, .custodyTaken(holder))], in: id) }
        return (id, reference)
    }

    /// Appends events as they are: the past of a story.
    func record(
        _ events: [CaseEvent], in id: CaseID, by actor: ActorID = StaffMember.operator.acting.account
    ) async throws {
        let stands = await cases.history(of: id).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: id, after: stands, stamp: Stamp(actor: actor, instant: clock.now)
        )
    }

    func state(of id: CaseID) async -> CaseState { CaseState(after: await cases.history(of: id)) }

    /// The leaves of one act, the oldest first.
    func leaves(_ action: ControlAction) async -> [AuditEntry] {
        await log.list(AuditFilter(action: action.rawValue)).map(\.entry).reversed()
    }

    static func caseID(_ number: Int) throws -> CaseID {
        let digits = String(number, radix: 16)
        return try CaseID(reading: String(repeating: "0", count: CaseID.digits - digits.count) + digits)
    }

    /// What somebody types to sign now; the digits hold once, so the clock must go on between two signatures.
    func signature(_ account: String, passphrase: String = passphrase) -> [String: String] {
        [
            SecondSignature.accountField: account, SecondSignature.passphraseField: passphrase,
            SecondSignature.codeField: TimeCode.code(
                secret: Self.factor, at: clock.now.millisecondsSinceEpoch),
        ]
    }

    private func add(_ code: String, _ role: Role, _ unit: UnitID) async throws {
        let account = Account(try ActorID(reading: code), in: unit, as: role, created: Town.night)
        let pair = StaffMember.keys(of: unit)
        let locked = try PassphraseLock.lock(
            pair.privateRaw, with: Self.passphrase,
            cost: PassphraseCost(log2Rounds: 1, blockSize: 1, parallelism: 1),
            salt: Array(repeating: 1, count: PassphraseLock.saltLength), in: AccountPlaces.key(of: account.id)
        )
        let factor = try UnitSealing.sealText(
            Self.factor, to: pair.publicKey, in: AccountPlaces.factor(of: account.id))
        let secrets = AccountSecrets(
            publicKey: pair.publicKey.raw, lockedKey: locked, sealedFactor: factor, wrappedUnit: [])
        _ = await store.add(AccountRecord(account, secrets: secrets))
    }
}

/// Runs heavy work at once.
private struct WorkAtOnce: HeavyWork {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value { work() }
}

/// A journal that always ends at the same place.
private struct FakeTrail: JournalTrail {
    func end() -> JournalAnchor? { SignedTown.end }
    func acts(_ question: TrailQuestion) -> [TrailAct] { [] }
    func firstFinding() -> JournalCheck.Finding? { nil }
}
