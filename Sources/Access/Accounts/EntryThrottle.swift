public import CaseRegister
public import ReferralDomain

/// Delays whoever guesses: five tries in ten minutes are free, then the wait doubles up to a minute.
///
/// Nobody is ever locked out: the owner waits as long as the guesser, at most a minute, and enters.
public struct EntryThrottle: Sendable {
    private let book: any AttemptBook

    /// - Parameter book: where the tries are counted; in memory where nobody says otherwise.
    public init(in book: any AttemptBook = MemoryAttempts()) { self.book = book }

    /// Counts a try before it is made, so that many at once cannot pass as the first.
    ///
    /// - Parameter address: nil where nobody trustworthy says it.
    /// - Returns: how many milliseconds to wait; nil where the try may be made now.
    public func begin(
        _ account: String, from address: String?, at now: Instant
    ) async throws(JournalFault) -> Int64? {
        try await book.attempt(
            [Self.name(account)] + (address.map { [Self.name(address: $0)] } ?? []), at: now
        ) { tries in
            let byAddress = tries.count > 1 ? tries[1] : []
            let wait = max(Self.wait(after: tries[0], at: now), Self.wait(afterAddress: byAddress, at: now))
            return wait > 0 ? wait : nil
        }
    }

    /// Counts a try as `begin` does.
    ///
    /// - Throws: `.wait` where it may not be made now, `.fault` where it could not be counted.
    func requireTurn(of account: String, from address: String?, at now: Instant) async throws(EntryRefusal) {
        let wait: Int64?
        do { wait = try await begin(account, from: address, at: now) } catch { throw .fault(error) }
        if let wait { throw .wait(seconds: Int((wait + 999) / 1_000)) }
    }

    /// Forgives the tries of an account whose owner has entered.
    public func succeeded(_ account: String, from address: String?) async throws(JournalFault) {
        try await book.forgive(Self.name(account))
        if let address { try await book.forgiveLast(of: Self.name(address: address)) }
    }

    private static func name(_ account: String) -> AttemptName {
        AttemptName(.account, account, within: accountWindow)
    }

    private static func name(address: String) -> AttemptName {
        AttemptName(.address, address, within: addressWindow)
    }

    private static func wait(after tries: [Instant], at now: Instant) -> Int64 {
        guard tries.count >= freeTries, let last = tries.last else { return 0 }
        let doublings = min(tries.count - freeTries, 6)
        let delay = min(1_000 << Int64(doublings), longestWait)
        return delay - (now.millisecondsSinceEpoch - last.millisecondsSinceEpoch)
    }

    private static func wait(afterAddress tries: [Instant], at now: Instant) -> Int64 {
        guard tries.count >= addressTries else { return 0 }
        let oldest = tries[tries.count - addressTries]
        return addressWindow - (now.millisecondsSinceEpoch - oldest.millisecondsSinceEpoch)
    }

    static let freeTries = 5
    static let accountWindow: Int64 = 600_000
    static let longestWait: Int64 = 60_000
    static let addressTries = 60
    static let addressWindow: Int64 = 3_600_000
}
