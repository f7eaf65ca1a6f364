import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Sealing
import Synchronization

@testable import Access
@testable import Web

/// The site with real accounts in memory and a clock that the story moves. Its passphrases are cheap to try.
struct EntryTown: Sendable {
    let store = MemoryAccounts()
    let clock = StoryHand()
    let desk: AccountDesk
    let sessions: Sessions
    let web: WebApplication

    static let passphrase = "cuerda tejado lunes marfil 7"
    static let centre = UnitCard(
        id: try! UnitID(reading: "central-150135"), institution: "serenazgo", name: "Central de práctica",
        municipality: "150135")

    init(settings: WebSettings = WebSettings(), pace: RequestPace? = nil) throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog)
        let (store, clock, work, throttle) = (store, clock, InlineWork(), EntryThrottle())
        let now: @Sendable () -> Instant = { clock.now }
        sessions = Sessions(store: store, throttle: throttle, work: work, clock: now)
        desk = AccountDesk(store: store, sessions: sessions, work: work, clock: now, random: random)
        let cases = TownCases(rules: rules)
        var staff = StaffPorts(
            door: sessions, units: store, journal: cases, lists: cases,
            desk: CaseDesk(journal: cases, rules: { rules }, clock: now), rules: { rules })
        staff.accounts = AccountPorts(
            entrance: Entrance(
                store: store, throttle: throttle, work: work, clock: now, random: random),
            sessions: sessions, desk: desk)
        staff.pace = pace
        staff.keeping = KeepingPorts(
            directory: MemoryDirectoryBook(), trail: EmptyTrail(),
            audit: MemoryAuditLog(digest: { Array($0.prefix(32)) }))
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: WebPorts(reports: MemoryJournal(random: random), staff: staff),
            clock: now, random: random, logger: logger, settings: settings)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// Keeps an account of the centre as an accepted invitation would.
    func enrol(_ code: String, _ role: Role) async throws {
        let unit = StaffMember.keys(of: Self.centre.id)
        _ = await store.add(UnitRecord(Self.centre, publicKey: unit.publicKey.raw, recovery: [1]))
        let id = try ActorID(reading: code)
        let pair = try UnitKeyPair(random: Self.factor(of: code) + Array(repeating: 1, count: 12))
        let cheap = try PassphraseCost(log2Rounds: 4, blockSize: 8, parallelism: 1)
        let secrets = AccountSecrets(
            publicKey: pair.publicKey.raw,
            lockedKey: try PassphraseLock.lock(
                pair.privateRaw, with: Self.passphrase, cost: cheap, salt: Array(repeating: 2, count: 16),
                in: AccountPlaces.key(of: id)),
            sealedFactor: try UnitSealing.sealText(
                Self.factor(of: code), to: pair.publicKey, in: AccountPlaces.factor(of: id)),
            wrappedUnit: try UnitSealing.wrap(
                unit, to: pair.publicKey, in: AccountPlaces.unit(Self.centre.id, of: id)))
        let account = Account(id, in: Self.centre.id, as: role, created: clock.now)
        _ = await store.add(AccountRecord(account, secrets: secrets))
    }

    /// The secret of the six digits of an account.
    static func factor(of code: String) -> [UInt8] {
        (0..<TimeCode.secretLength).map { Array(code.utf8)[$0 % code.utf8.count] &+ UInt8($0) }
    }

    /// The six digits of an account at this moment.
    func digits(of code: String) -> String {
        TimeCode.code(secret: Self.factor(of: code), at: clock.now.millisecondsSinceEpoch)
    }

    /// What somebody types to enter.
    func credentials(
        _ code: String, passphrase: String = passphrase, digits: String? = nil
    ) -> [String: String] {
        [
            EnterRoutes.accountField: code, EnterRoutes.passphraseField: passphrase,
            EnterRoutes.codeField: digits ?? self.digits(of: code),
        ]
    }

    /// Enters, a minute later so that the six digits are new, and gives the cookie back.
    func enter(
        _ code: String, _ client: any TestClientProtocol, more: [String: String] = [:]
    ) async throws -> HTTPFields {
        clock.goOn(seconds: 60)
        let entered = try await client.post("/entrar", credentials(code).merging(more) { $1 })
        guard let cookie = entered.cookie else { throw StoryFault.nothingShown }
        return [.cookie: cookie]
    }
}

/// A clock that stands still until the story moves it. A class, since the site and the story share it.
final class StoryHand: Sendable {
    private let milliseconds = Mutex(Town.morning.millisecondsSinceEpoch)

    var now: Instant { Instant(millisecondsSinceEpoch: milliseconds.withLock { $0 }) }

    func goOn(seconds: Int64) { milliseconds.withLock { $0 += 1_000 * seconds } }
}

/// Runs heavy work at once.
struct InlineWork: HeavyWork {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value { work() }
}

extension Visit {
    /// The cookie of a session, as the browser sends it back; nil where none was given.
    var cookie: String? {
        headers[.setCookie].flatMap { $0.split(separator: ";").first.map(String.init) }
    }

    /// The status and the place that the page sends to.
    var sentTo: String? { status == .seeOther ? headers[.location] : nil }
}
