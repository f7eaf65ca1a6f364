public import CaseRegister
public import Catalog
public import ReferralDomain

/// Sends what the outbox holds: claim, send, write down what came of it, tell the case.
///
/// Many programs may send from one outbox: what one of them holds no other touches. A crash between the sending and the writing down sends the message again once the claim has run out: at least
/// once, each time with the same id, never not at all.
public struct MessageSender: Sendable {
    private let outbox: any MessageOutbox
    private let id: SenderID
    private let gates: [any MessageGate]
    private let recorder: DeliveryRecorder
    private let texts: Texts
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant

    public init(
        outbox: any MessageOutbox, as id: SenderID, gates: [any MessageGate], recorder: DeliveryRecorder,
        texts: Texts,
        random: any RandomSource, clock: @escaping @Sendable () -> Instant
    ) {
        self.outbox = outbox
        self.id = id
        self.gates = gates
        self.recorder = recorder
        self.texts = texts
        self.random = random
        self.clock = clock
    }

    /// Sends what is due, several at a time, and returns how many tries were made.
    public func round() async throws(JournalFault) -> Int {
        let now = clock()
        let claim = SenderClaim(by: id, until: now.adding(milliseconds: Self.lease))
        let claimed = try await outbox.claim(claim, at: now, most: Self.mostAtOnce)
        let fault = await withTaskGroup(of: JournalFault?.self) { group in
            for message in claimed { group.addTask { await handle(message) } }
            var first: JournalFault?
            while let ended = await group.next() { first = first ?? ended }
            return first
        }
        if let fault { throw fault }
        try await tellCases()
        return claimed.count
    }

    /// Tells the cases what they do not know yet.
    public func tellCases() async throws(JournalFault) {
        let untold = try await outbox.untold(most: Self.mostNews)
        for news in untold {
            if try await recorder.record(news) { try await outbox.told(news) }
        }
    }

    /// Forgets what ended long ago.
    public func forget() async throws(JournalFault) {
        try await outbox.forget(endedBefore: clock().adding(milliseconds: -Self.kept))
    }

    private func handle(_ claimed: ClaimedMessage) async -> JournalFault? {
        let result = await result(of: claimed)
        do {
            _ = try await outbox.settle(claimed, result, at: clock())
            return nil
        } catch { return error }
    }

    private func result(of claimed: ClaimedMessage) async -> MessageResult {
        guard claimed.isOwed else { return MessageResult("settled", by: nil, then: .needless) }
        let now = clock()
        guard now <= claimed.message.standing.deadline else {
            let isDoubtful = claimed.message.standing.outcome == OutboxMessage.Standing.restored
            return MessageResult(
                isDoubtful ? OutboxMessage.Standing.restored : "too-late", by: nil, then: .failed,
                warns: !claimed.hasWarned)
        }
        let choice = ChannelChoice(claimed: claimed, kinds: Set(gates.map(\.kind)))
        guard let channel = choice.order.first,
            let gate = gates.first(where: { $0.kind == channel.address.kind })
        else {
            return MessageResult("no-channel", by: nil, then: .failed, warns: !claimed.hasWarned)
        }
        let words = (
            subject: words(.subject, claimed), text: words(NoticeText(claimed.message.kind), claimed)
        )
        let message = OutgoingMessage(
            claimed.message.id, claimed.message.kind, to: channel.address, words: words, at: now)
        switch await gate.send(message) {
        case .taken: return MessageResult("taken", by: channel, then: .delivered)
        case .later(let word): return failure(word, of: channel, isFinal: false, choice)
        case .refused(let word): return failure(word, of: channel, isFinal: true, choice)
        }
    }

    private func failure(
        _ word: String, of channel: UnitChannel, isFinal: Bool, _ choice: ChannelChoice
    ) -> MessageResult {
        let isExhausted = choice.isExhausted(after: channel, isFinal: isFinal)
        let warns = isExhausted && !choice.claimed.hasWarned
        if choice.isHopeless(after: channel, isFinal: isFinal) {
            return MessageResult(word, by: channel, isFinal: true, then: .failed, warns: warns)
        }
        // The next channel is tried at once; only the same one again has to wait.
        let tries = choice.tries(channel) + 1
        let moves = !isExhausted && (isFinal || tries.isMultiple(of: ChannelChoice.triesInARow))
        let wait = moves ? 0 : BackOff(random: random).milliseconds(after: tries)
        return MessageResult(
            word, by: channel, isFinal: isFinal, then: .again(at: clock().adding(milliseconds: wait)),
            warns: warns)
    }

    private func words(_ key: NoticeText, _ claimed: ClaimedMessage) -> String {
        // The code that proves an address is about no case, so its subject is its text.
        texts[
            claimed.message.kind == .code ? .code : key,
            ["code": claimed.message.subject?.reference.text ?? "", "digits": claimed.digits ?? ""]]
    }

    /// How long nobody else touches a claimed message, in milliseconds: the thirty seconds of the slowest gate, and a
    /// minute by which the clocks of two programs may differ.
    static let lease: Int64 = 90_000
    private static let mostAtOnce = 8
    private static let mostNews = 100
    /// Ninety days, in milliseconds.
    private static let kept: Int64 = 90 * 86_400_000
}
