public import ReferralDomain

/// Delays whoever guesses: five tries in ten minutes are free, then the wait doubles up to a minute.
///
/// Nobody is ever locked out: the owner waits as long as the guesser, at most a minute, and enters. It lives
/// in memory; a restart, which only the house can cause, forgives.
public actor EntryThrottle {
    private var accounts: [String: [Instant]] = [:]
    private var addresses: [String: [Instant]] = [:]

    public init() {}

    /// Counts a try before it is made, so that many at once cannot pass as the first.
    ///
    /// - Parameter address: nil where nobody trustworthy says it.
    /// - Returns: how many milliseconds to wait; nil where the try may be made now.
    public func begin(_ account: String, from address: String?, at now: Instant) -> Int64? {
        forget(before: now)
        let tries = Self.recent(accounts[account], within: Self.accountWindow, at: now)
        let fromThere = Self.recent(address.flatMap { addresses[$0] }, within: Self.addressWindow, at: now)
        let wait = max(Self.wait(after: tries, at: now), Self.wait(afterAddress: fromThere, at: now))
        guard wait <= 0 else { return wait }
        accounts[account] = tries + [now]
        if let address { addresses[address] = fromThere + [now] }
        return nil
    }

    /// Forgives the tries of an account whose owner has entered.
    public func succeeded(_ account: String, from address: String?) {
        accounts[account] = nil
        if let address { _ = addresses[address]?.popLast() }
    }

    private static func recent(_ tries: [Instant]?, within window: Int64, at now: Instant) -> [Instant] {
        (tries ?? []).filter { now.millisecondsSinceEpoch - $0.millisecondsSinceEpoch < window }
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

    /// Whoever types thousands of invented accounts must not fill the memory.
    private func forget(before now: Instant) {
        guard accounts.count + addresses.count > Self.mostKept else { return }
        accounts = accounts.filter { !Self.recent($0.value, within: Self.accountWindow, at: now).isEmpty }
        addresses = addresses.filter { !Self.recent($0.value, within: Self.addressWindow, at: now).isEmpty }
        if accounts.count > Self.mostKept { accounts = accounts.filter { $0.value.count >= Self.freeTries } }
        if addresses.count > Self.mostKept { addresses = addresses.filter { $0.value.count > 1 } }
    }

    static let freeTries = 5
    static let accountWindow: Int64 = 600_000
    static let longestWait: Int64 = 60_000
    static let addressTries = 60
    static let addressWindow: Int64 = 3_600_000
    private static let mostKept = 20_000
}
