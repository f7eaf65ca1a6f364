import CaseRegister
import ReferralDomain
import Sealing
import Synchronization
import Testing

@testable import Access

/// Entering, from the first invitation to the end of a session: what keeps strangers out and lets owners in.
struct EntryTests {
    @Test func `an invited person chooses a passphrase, enters, and leaves no secret behind`() async throws {
        let house = House()
        let founded = try await house.desk.found(House.card, first: .administrator)
        let invitation = founded.invitation
        let opened = try await house.desk.open(invitation.link.text, spoken: invitation.spoken)
        #expect(opened.account.id == invitation.account)
        let factor = try #require(await house.factor(of: invitation))
        _ = try await house.desk.accept(
            invitation.link.text, spoken: invitation.spoken, passphrase: House.passphrase,
            code: TimeCode.code(secret: factor, at: house.now))
        await #expect(throws: AccountRefusal.invitation) {
            try await house.desk.open(invitation.link.text, spoken: invitation.spoken)
        }

        // The step that confirmed the code is used up; the next one enters.
        await #expect(throws: EntryRefusal.refused) {
            try await house.enter(invitation.account, TimeCode.code(secret: factor, at: house.now))
        }
        house.wait(60_000)
        let entered = try await house.enter(
            invitation.account, TimeCode.code(secret: factor, at: house.now))
        let visitor = try #require(try await house.sessions.visitor(holding: entered.token.text))
        #expect(visitor.acting.role == .administrator)
        #expect(visitor.keys == nil)
        #expect(visitor.isSteppedUp(at: Instant(millisecondsSinceEpoch: house.now)))

        let second = try await house.desk.invite(.operator, holding: entered.token.text)
        #expect(second.account.text == "OP-01")
        try await house.sessions.end(visitor.session, of: visitor.acting.account)
        #expect(try await house.sessions.visitor(holding: entered.token.text) == nil)
    }

    @Test func `a signature opens no session, and its code neither signs nor enters again`() async throws {
        let house = House()
        let invitation = try await house.desk.found(House.card, first: .administrator).invitation
        let factor = try #require(await house.factor(of: invitation))
        _ = try await house.desk.accept(
            invitation.link.text, spoken: invitation.spoken, passphrase: House.passphrase,
            code: TimeCode.code(secret: factor, at: house.now))
        house.wait(60_000)
        let code = TimeCode.code(secret: factor, at: house.now)
        let signer = try await house.sign(invitation.account, code)
        #expect(signer.id == invitation.account && signer.unit == House.card.id)
        #expect(try await house.sessions.list(of: signer.id).isEmpty)
        await #expect(throws: EntryRefusal.refused) { try await house.sign(invitation.account, code) }
        await #expect(throws: EntryRefusal.refused) { try await house.enter(invitation.account, code) }
    }

    @Test func `a wrong spoken half closes the invitation after five tries`() async throws {
        let house = House()
        let invitation = try await house.desk.found(House.card, first: .administrator).invitation
        let wrong = invitation.spoken == "000000" ? "111111" : "000000"
        for _ in 0..<InvitationRecord.mostTries {
            await #expect(throws: AccountRefusal.invitation) {
                try await house.desk.open(invitation.link.text, spoken: wrong)
            }
        }
        await #expect(throws: AccountRefusal.invitation) {
            try await house.desk.open(invitation.link.text, spoken: invitation.spoken)
        }
    }

    @Test func `guessing waits twice as long each time, at most a minute, and never for ever`() async throws {
        let throttle = EntryThrottle()
        var now = Instant(millisecondsSinceEpoch: 0)
        for _ in 0..<EntryThrottle.freeTries {
            #expect(try await throttle.begin("OP-12", from: nil, at: now) == nil)
        }
        var waits: [Int64] = []
        for _ in 0..<9 {
            let wait = try await throttle.begin("OP-12", from: nil, at: now) ?? 0
            waits.append(wait)
            now = now.adding(milliseconds: wait)
            #expect(try await throttle.begin("OP-12", from: nil, at: now) == nil)
        }
        #expect(waits == [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
        try await throttle.succeeded("OP-12", from: nil)
        #expect(try await throttle.begin("OP-12", from: nil, at: now) == nil)
    }

    @Test(arguments: [
        "corta", "serenazgo2026", "Contraseña1234", "aaaaaaaaaaaaaaaa", "abcdefghijklmn", "123456789012",
        "limalimalima", "mi-OP-12-clave-larga", "SanMartin2026!", "Alianza Lima 2026", "universitario1234",
        "¡Señor de los Milagros!", "Huaycán-Ceviche", "municipalidad2025", "vivaperú123456",
    ])
    func `a passphrase that anybody tries first is refused`(passphrase: String) throws {
        #expect(PassphraseRule.finding(in: passphrase, of: try ActorID(reading: "OP-12")) != nil)
    }

    @Test(arguments: [House.passphrase, "brújula helada tres zapatos", "vK9#mQ2$wL7!xZ4%"])
    func `a long passphrase of any characters is taken`(passphrase: String) throws {
        #expect(PassphraseRule.finding(in: passphrase, of: try ActorID(reading: "OP-12")) == nil)
    }
}

/// Accounts in memory with a clock that the test moves.
final class House: Sendable {
    static let passphrase = "cuerda tejado lunes marfil 7"
    static let card = UnitCard(
        id: try! UnitID(reading: "central-150135"), institution: "serenazgo", name: "Central de práctica",
        municipality: "150135")

    let store = MemoryAccounts()
    let sessions: Sessions
    let desk: AccountDesk
    private let entrance: Entrance
    private let clock = Clock()

    /// The moment of the clock, in milliseconds.
    var now: Int64 { clock.now.withLock { $0 } }

    init() {
        let clock = clock
        let read: @Sendable () -> Instant = {
            Instant(millisecondsSinceEpoch: clock.now.withLock { $0 })
        }
        let throttle = EntryThrottle()
        sessions = Sessions(store: store, throttle: throttle, work: InlineWork(), clock: read)
        desk = AccountDesk(
            store: store, sessions: sessions, work: InlineWork(), clock: read, random: CountingSource())
        entrance = Entrance(
            store: store, throttle: throttle, work: InlineWork(), clock: read, random: CountingSource())
    }

    func wait(_ milliseconds: Int64) { clock.now.withLock { $0 += milliseconds } }

    func enter(_ account: ActorID, _ code: String) async throws -> Entrance.Entered {
        try await entrance.enter(
            Credentials(account: account.text, passphrase: Self.passphrase, code: code, isShared: false),
            from: nil)
    }

    func sign(_ account: ActorID, _ code: String) async throws -> Account {
        try await entrance.verify(
            Credentials(account: account.text, passphrase: Self.passphrase, code: code, isShared: false),
            from: nil)
    }

    /// The secret of the six digits, as the app of an invited person reads it.
    func factor(of invitation: Invitation) async -> [UInt8]? {
        guard let record = await store.invitation(invitation.link.lookup) else { return nil }
        let locked = try? Envelope.open(
            record.locked, with: invitation.link.key,
            in: AccountPlaces.invitation(record.lookup, record.account.id))
        return locked.map { Array($0.prefix(TimeCode.secretLength)) }
    }

    private final class Clock: Sendable {
        let now = Mutex<Int64>(1_795_000_000_000)
    }
}

/// Runs heavy work at once.
struct InlineWork: HeavyWork {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value { work() }
}

/// Bytes that differ from draw to draw, the same on every run.
final class CountingSource: RandomSource {
    private let state = Mutex<UInt64>(20_261_123)

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }
    }
}
