import CaseRegister
import Catalog
import Composition
import Crypto
import Foundation
import Notifications
import ReferralDomain
import Storage
import Testing

/// A register with an outbox in a folder of its own, a clock that only the test turns, and units with addresses.
final class PostOffice: Sendable {
    static let centre = Acting(
        account: id("operator-1"), unit: unit("central-150135"), institution: "serenazgo", role: .operator,
        municipality: "150135")
    static let child = Acting(
        account: id("officer-1"), unit: unit("upe-lima"), institution: "upe", role: .officer)

    let journal: SQLiteCaseJournal
    let outbox: SQLiteMessageOutbox
    let book: SQLiteChannelBook
    let desk: CaseDesk
    let caseID: CaseID
    private let turned: TurnedClock
    private let database: SQLiteDatabase
    private let folder: String
    private let random = SeededSource()

    /// - Parameter hasOutbox: whether events write messages.
    init(hasOutbox: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.path + "/ruta-post-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let rules = ProtocolRules(try RealTexts.catalog())
        let start = Instant(millisecondsSinceEpoch: 1_795_000_000_000)
        database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
        let random = random
        var journal = try SQLiteCaseJournal(
            on: database, digest: { Array(SHA256.hash(data: $0)) }, random: random, rules: { rules },
            clock: { start })
        journal.hasOutbox = hasOutbox
        self.journal = journal
        outbox = SQLiteMessageOutbox(on: database)
        book = SQLiteChannelBook(on: database, random: random)
        caseID = try CaseID(reading: String(repeating: "ab", count: 16))
        let report = try StreetReport(
            id: caseID,
            saw: .init(
                district: "150135", facts: [.init("age", "minor")], signs: [], people: .one, claimedAt: start),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        _ = try await journal.record(report, stamp: Stamp(actor: .street, instant: start))
        let clock = TurnedClock(start)
        turned = clock
        desk = CaseDesk(journal: journal, rules: { rules }, clock: { clock.now })
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var now: Instant { turned.now }

    func turn(seconds: Int64) { turned.turn(milliseconds: seconds * 1_000) }

    func sender(_ gates: any MessageGate...) throws -> MessageSender {
        let clock = turned
        return MessageSender(
            outbox: outbox, gates: gates,
            recorder: DeliveryRecorder(journal: journal, clock: { clock.now }),
            texts: try RealTexts.catalog().content.texts, random: random, clock: { clock.now })
    }

    /// Gives the child unit an address, proved unless said otherwise.
    @discardableResult
    func address(
        _ number: UInt8, _ kind: ChannelKind, _ text: String, for audience: NoticeAudience = .office,
        isProved: Bool = true
    ) async throws -> ChannelID {
        let id = ChannelID(random: Array(repeating: number, count: 16))
        let channel = UnitChannel(
            id, of: Self.child.unit, try OfficeAddress(kind, reading: text), for: audience,
            place: Int(number),
            added: now)
        let code = ChannelCode("123456", until: now.adding(milliseconds: 900_000))
        let message = MessageID(random: Array(repeating: number | 0x80, count: 16))
        #expect(try await book.add(channel, code: code, as: message))
        if isProved {
            #expect(try await book.verify(id, of: Self.child.unit, digits: "123456", at: now))
            try await takeCodesOut()
        }
        return id
    }

    /// The code of a proved address is of no use any more, and the outbox begins empty.
    private func takeCodesOut() async throws {
        for held in try await outbox.claim(at: now, until: now, most: 8) where held.message.kind == .code {
            _ = try await outbox.settle(held, MessageResult("settled", by: nil, then: .needless), at: now)
        }
        try await outbox.forget(endedBefore: now.adding(milliseconds: 1))
    }

    /// The centre takes the case and refers the child; the number chooses one of two steps.
    @discardableResult
    func refer(_ number: UInt8 = 1) async throws -> ReferralID {
        if try await state().unit == nil { _ = try await desk.perform(.claim, on: caseID, by: Self.centre) }
        let id = ReferralID(random: Array(repeating: number, count: 16))
        let step = number == 1 ? "child-measure" : "notify-child-protection"
        let draft = ReferralDraft(step: step, institution: "upe", unit: Self.child.unit)
        _ = try await desk.perform(
            .refer([.init(id: id, draft: draft, channel: .inSystem)]), on: caseID, by: Self.centre)
        return id
    }

    func state() async throws -> CaseState { CaseState(after: try await journal.history(of: caseID)) }

    func referral(_ id: ReferralID) async throws -> Referral {
        try #require(try await state().referral(id))
    }

    /// Rounds until nothing is due, at most so many.
    func work(_ sender: MessageSender, rounds: Int = 20) async throws {
        for _ in 0..<rounds where try await sender.round() == 0 { return }
    }

    private static func id(_ text: String) -> ActorID {
        guard let id = try? ActorID(reading: text) else { preconditionFailure("not an id") }
        return id
    }

    private static func unit(_ text: String) -> UnitID {
        guard let id = try? UnitID(reading: text) else { preconditionFailure("not an id") }
        return id
    }
}
