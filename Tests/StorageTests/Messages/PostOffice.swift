import CaseRegister
import Catalog
import Composition
import Notifications
import ReferralDomain
import Storage
import Testing

/// A register with an outbox on a database of its own, a clock that only the test turns, and units with addresses.
final class PostOffice: Sendable {
    static let centre = Acting(
        account: id("operator-1"), unit: unit("central-150135"), institution: "serenazgo", role: .operator,
        municipality: "150135")
    static let child = Acting(
        account: id("officer-1"), unit: unit("upe-lima"), institution: "upe", role: .officer)

    let journal: StoredCaseJournal
    let outbox: StoredMessageOutbox
    let book: StoredChannelBook
    let desk: CaseDesk
    let caseID: CaseID
    let database: any SQLDatabase
    private let stranger: Stranger
    private let turned: TurnedClock
    private let random = SeededSource(seed: 1)

    /// Runs a story on an empty register with one report.
    ///
    /// - Parameters:
    ///   - hasOutbox: whether events write messages.
    ///   - wakes: whether they let browsers be woken.
    static func open(
        on kind: DatabaseKind, hasOutbox: Bool = true, wakes: Bool = false,
        _ story: (PostOffice) async throws -> Void
    ) async throws {
        try await kind.withDatabase { database, stranger in
            let post = try PostOffice(on: database, beside: stranger, hasOutbox: hasOutbox, wakes: wakes)
            try await post.report()
            try await story(post)
        }
    }

    private init(on database: any SQLDatabase, beside stranger: Stranger, hasOutbox: Bool, wakes: Bool) throws
    {
        let rules = try RealRules.rules()
        let clock = TurnedClock(Instant(millisecondsSinceEpoch: 1_795_000_000_000))
        var journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: random, rules: { rules },
            clock: { clock.now })
        journal.hasOutbox = hasOutbox
        journal.wakesBrowsers = wakes
        self.journal = journal
        self.database = database
        self.stranger = stranger
        turned = clock
        outbox = StoredMessageOutbox(on: database)
        book = StoredChannelBook(on: database, random: random)
        caseID = try CaseID(reading: String(repeating: "ab", count: 16))
        desk = CaseDesk(journal: journal, rules: { rules }, clock: { clock.now })
    }

    private func report() async throws {
        let report = try StreetReport(
            id: caseID,
            saw: .init(
                district: "150135", facts: [.init("age", "minor")], signs: [], people: .one, claimedAt: now),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        _ = try await journal.record(report, stamp: Stamp(actor: .street, instant: now))
    }

    var now: Instant { turned.now }

    func turn(seconds: Int64) { turned.turn(milliseconds: seconds * 1_000) }

    func sender(_ gates: any MessageGate...) throws -> MessageSender {
        try sender(1, outbox, gates)
    }

    /// A sender of another program on the same database, with connections of its own.
    func neighbour(_ gate: any MessageGate) throws -> MessageSender {
        try sender(2, StoredMessageOutbox(on: try stranger.program()), [gate])
    }

    private func sender(
        _ number: UInt8, _ outbox: StoredMessageOutbox, _ gates: [any MessageGate]
    ) throws -> MessageSender {
        let clock = turned
        return MessageSender(
            outbox: outbox, as: Self.sender(number), gates: gates,
            recorder: DeliveryRecorder(journal: journal, clock: { clock.now }),
            texts: try RealRules.catalog().content.texts, random: random, clock: { clock.now })
    }

    /// The database as a backup looks at it.
    func source() throws -> any JournalSource { try stranger.source() }

    /// A sender for a copy of the same register on another database.
    func sender(_ gate: any MessageGate, on copy: any SQLDatabase) throws -> MessageSender {
        let clock = turned
        return MessageSender(
            outbox: StoredMessageOutbox(on: copy), as: Self.sender(3), gates: [gate],
            recorder: DeliveryRecorder(journal: try StoredCaseJournal(on: copy), clock: { clock.now }),
            texts: try RealRules.catalog().content.texts, random: random, clock: { clock.now })
    }

    /// Takes what is due for a minute and a half, as a sender does before it sends.
    func claim(as number: UInt8, most: Int = 8) async throws -> [ClaimedMessage] {
        let claim = SenderClaim(by: Self.sender(number), until: now.adding(milliseconds: 90_000))
        return try await outbox.claim(claim, at: now, most: most)
    }

    private static func sender(_ number: UInt8) -> SenderID {
        SenderID(random: Array(repeating: number, count: 16))
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
        for held in try await claim(as: 7) where held.message.kind == .code {
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
