import Access
import CaseRegister
import Catalog
import Dispatch
import Documents
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Reports
import Sealing
import Storage
import Synchronization
import Testing

@testable import Composition
@testable import Web

/// The site over real storage in a folder of its own, with the rules of the real catalogue and a clock to turn.
final class KeeperTown: Sendable {
    let journal: StoredCaseJournal
    let book: StoredDirectoryBook
    let audit: StoredAuditLog
    let ladder: StoredLadderBook
    let outbox: StoredMessageOutbox
    let releases: StoredReleaseBook
    let web: WebApplication
    let clock: TurnedClock
    let signer: ReceiptSigner
    private let folder: String
    private let database: SQLiteDatabase

    /// - Parameters:
    ///   - ways: by which messages leave the house.
    ///   - wakes: whether it wakes browsers.
    ///   - press: what makes files of papers.
    init(
        at instant: Instant = Town.night, ways: [ChannelKind] = ChannelKind.allCases, wakes: Bool = true,
        press: (any PaperPress)? = nil
    ) throws {
        folder = FileManager.default.temporaryDirectory.path + "/ruta-web-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let random = SeededSource()
        let catalog = try Town.catalog()
        let clock = TurnedClock(instant)
        let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
        let inForce = try RulesInForce(catalog, on: database)
        let rules: @Sendable () -> ProtocolRules = { inForce.rules }
        journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: random, rules: rules,
            clock: { clock.now })
        book = StoredDirectoryBook(on: database)
        audit = StoredAuditLog(on: database, digest: Fingerprint.sha256)
        var ports = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: journal, lists: journal,
            desk: CaseDesk(journal: journal, rules: rules, clock: { clock.now }), rules: rules)
        ports.growth = journal
        ports.accounts = MatrixTown.accounts(random)
        ports.keeping = KeepingPorts(directory: book, trail: journal, audit: audit)
        ladder = StoredLadderBook(on: database)
        let journal = journal
        ports.keeping?.ladder = LadderPorts(
            book: ladder, follow: { () async throws(JournalFault) in try await inForce.follow(for: journal) })
        outbox = StoredMessageOutbox(on: database)
        let channels = ChannelDesk(
            book: StoredChannelBook(on: database, random: random), audit: audit, random: random,
            clock: { clock.now })
        ports.messages = MessagePorts(
            outbox: outbox, channels: channels, kinds: ways,
            origins: Set([WebOrigin(of: "https://upe.example")].compactMap(\.self)))
        if wakes {
            ports.messages?.push = PushPorts(
                desk: PushDesk(
                    book: StoredPushBook(on: database),
                    origins: Set([WebOrigin(of: "https://push.example")].compactMap(\.self)), audit: audit,
                    random: random, clock: { clock.now }),
                publicKey: "clave", words: "Tiene 1 aviso.")
        }
        releases = StoredReleaseBook(on: database)
        ports.figures = FigurePorts(
            desk: ReleaseDesk(
                book: releases, archive: journal, chance: (random, Fingerprint.sha256),
                places: catalog.figurePlaces, now: { (clock.now, rules()) }))
        signer = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))
        ports.keeping?.dossiers = DossierMaker(signer: signer, digest: Fingerprint.sha256)
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        var site = WebPorts(reports: journal, staff: ports)
        site.press = press
        web = WebApplication(
            catalog: catalog, ports: site, clock: { clock.now },
            random: random, logger: logger)
        self.clock = clock
        self.database = database
    }

    /// Closing waits for reads that may still be under way, and those need the threads on which tests run: it waits
    /// on one of its own.
    deinit {
        let (database, folder) = (database, folder)
        DispatchQueue.global().async {
            try? database.close()
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// Records the report that opens a case, as the street does; the number tells cases apart.
    @discardableResult
    func openCase(
        _ number: Int = 1, facts: [String: String] = [:], signs: [String] = [], level: String = "high",
        district: String = Town.sanMartin
    ) async throws -> (id: CaseID, reference: CaseReference) {
        let digits = String(number, radix: 16)
        let id = try CaseID(reading: String(repeating: "0", count: CaseID.digits - digits.count) + digits)
        let report = try StreetReport(
            id: id,
            saw: .init(
                district: district, facts: facts.map { StreetReport.Answer($0.key, $0.value) },
                signs: signs, people: .one, claimedAt: clock.now),
            advised: .init(level: level, requiredSteps: []), by: .init(version: "test", hash: "test"))
        let receipt = try await journal.record(report, stamp: Stamp(actor: .street, instant: clock.now))
        return (id, receipt.reference)
    }

    /// Takes messages out of the outbox as a sender does.
    func claim(_ most: Int) async throws -> [ClaimedMessage] {
        let sender = SenderID(random: Array(repeating: 5, count: 16))
        return try await outbox.claim(SenderClaim(by: sender, until: clock.now), at: clock.now, most: most)
    }

    /// Leaves a message about a case that no address took.
    func deadLetter(in id: CaseID) async throws -> MessageID {
        var writing = journal
        writing.hasOutbox = true
        let draft = ReferralDraft(
            step: "child-measure", institution: "upe", unit: StaffMember.protection.acting.unit)
        let referral = ReferralID(random: Array(repeating: 3, count: 16))
        _ = try await writing.append(
            [
                NewEvent(.referral(referral, .drafted(draft))),
                NewEvent(.referral(referral, .sent(.inSystem))),
            ],
            to: id, after: try await journal.history(of: id).count,
            stamp: Stamp(actor: StaffMember.operator.acting.account, instant: clock.now))
        let held = try #require(try await claim(1).first)
        let result = MessageResult("smtp-550", by: nil, then: .failed, warns: true)
        #expect(try await outbox.settle(held, result, at: clock.now))
        return held.message.id
    }

    /// Appends events as they are, whoever may do so: the past of a story.
    func record(_ events: [CaseEvent], in id: CaseID, by actor: ActorID? = nil) async throws {
        let stands = try await journal.history(of: id).count
        _ = try await journal.append(
            events.map { NewEvent($0) }, to: id, after: stands,
            stamp: Stamp(actor: actor ?? StaffMember.operator.acting.account, instant: clock.now))
    }
}

/// A clock that only the test turns.
final class TurnedClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant { instant.withLock { $0 } }

    func turn(to next: Instant) { instant.withLock { $0 = next } }

    func turn(hours: Int64) { instant.withLock { $0 = $0.adding(milliseconds: hours * 3_600_000) } }
}
