public import ReferralDomain

/// Counts failures by where they come from, and says when it is enough for now.
///
/// Kept in memory only: an address is never written down, and a restart forgives.
public actor AttemptLimit {
    private var failures: [String: [Instant]] = [:]
    private let most: Int
    private let windowMilliseconds: Int64
    private let mostAddresses: Int

    /// - Parameters:
    ///   - most: how many failures one address has within the window.
    ///   - mostAddresses: how many addresses are remembered; beyond it the quiet ones are forgotten.
    public init(most: Int = 30, windowMilliseconds: Int64 = 600_000, mostAddresses: Int = 10_000) {
        self.most = most
        self.windowMilliseconds = windowMilliseconds
        self.mostAddresses = mostAddresses
    }

    /// Whether an address may try now.
    public func mayTry(from address: String, at now: Instant) -> Bool {
        recent(address, now).count < most
    }

    /// Notes a failure.
    public func failed(from address: String, at now: Instant) {
        if failures.count >= mostAddresses {
            failures = failures.filter { entry in entry.value.contains { isRecent($0, now) } }
            // Still too many at once: they are all forgotten rather than remembered without end.
            if failures.count >= mostAddresses { failures = [:] }
        }
        failures[address] = recent(address, now) + [now]
    }

    /// Counts one use and says whether it was still within the limit; both in one step.
    public func take(by name: String, at now: Instant) -> Bool {
        guard mayTry(from: name, at: now) else { return false }
        failed(from: name, at: now)
        return true
    }

    private func recent(_ address: String, _ now: Instant) -> [Instant] {
        failures[address, default: []].filter { isRecent($0, now) }
    }

    private func isRecent(_ instant: Instant, _ now: Instant) -> Bool {
        now < instant.adding(milliseconds: windowMilliseconds)
    }
}
