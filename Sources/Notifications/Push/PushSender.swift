public import CaseRegister
public import ReferralDomain

/// Wakes the browsers that are to be woken: beside the messages, never instead of one.
///
/// A maker that took it proves nothing about anybody, so no case is told, and what no maker takes is given up.
public struct PushSender: Sendable {
    private let book: any PushBook
    private let id: SenderID
    private let gate: PushGate
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant

    public init(
        book: any PushBook, as id: SenderID, gate: PushGate, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.book = book
        self.id = id
        self.gate = gate
        self.random = random
        self.clock = clock
    }

    /// Wakes those that are due, several at a time, and returns how many tries were made.
    public func round() async throws(JournalFault) -> Int {
        let now = clock()
        let claim = SenderClaim(by: id, until: now.adding(milliseconds: MessageSender.lease))
        let claimed = try await book.claim(claim, at: now, most: Self.mostAtOnce)
        let fault = await withTaskGroup(of: JournalFault?.self) { group in
            for wake in claimed { group.addTask { await handle(wake) } }
            var first: JournalFault?
            while let ended = await group.next() { first = first ?? ended }
            return first
        }
        if let fault { throw fault }
        return claimed.count
    }

    private func handle(_ wake: ClaimedWake) async -> JournalFault? {
        let outcome = await gate.wake(wake.address, at: clock())
        do {
            try await book.settle(wake, result(of: outcome, wake))
            return nil
        } catch { return error }
    }

    private func result(of outcome: GateOutcome, _ wake: ClaimedWake) -> ClaimedWake.Result {
        switch outcome {
        case .taken: return .done
        case .refused: return .ended
        case .later:
            guard wake.attempt < Self.mostTries else { return .done }
            let wait = BackOff(random: random).milliseconds(after: wake.attempt)
            return .again(at: clock().adding(milliseconds: wait))
        }
    }

    private static let mostAtOnce = 8
    /// Some twenty minutes; by then the mail or the call has come.
    private static let mostTries = 6
}
