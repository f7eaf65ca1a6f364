public import ReferralDomain

/// Keeps a session from asking faster than a person can: five requests a second, twenty at once, unless said else.
///
/// A stolen cookie cannot copy the house in minutes. An act may borrow twenty more: pages that an open queue
/// fetched by itself never cost a person what was typed. It lives in memory; what it keeps is bounded.
public actor RequestPace {
    /// What each session has left, in milliseconds of asking.
    private var left: [String: (milliseconds: Int64, at: Instant)] = [:]

    /// What one request costs, in milliseconds.
    private let cost: Int64
    private let most: Int64

    public init() { self.init(costMilliseconds: Self.cost, burst: Self.burst) }

    /// - Parameters:
    ///   - costMilliseconds: how much time one request uses up.
    ///   - burst: how many requests may come at once.
    public init(costMilliseconds: Int64, burst: Int) {
        cost = costMilliseconds
        most = costMilliseconds * Int64(burst)
    }

    /// Counts a request of a session.
    ///
    /// - Parameter isAct: whether it changes something, as a form does that was sent.
    /// - Returns: how many milliseconds to wait; nil where it may go on.
    public func begin(_ session: String, at now: Instant, isAct: Bool = false) -> Int64? {
        forget(at: now)
        let credit = credit(of: session, at: now)
        let needed = isAct ? cost - most : cost
        guard credit >= needed else {
            left[session] = (credit, now)
            return needed - credit
        }
        left[session] = (credit - cost, now)
        return nil
    }

    private func credit(of session: String, at now: Instant) -> Int64 {
        guard let last = left[session] else { return most }
        let passed = max(0, now.millisecondsSinceEpoch - last.at.millisecondsSinceEpoch)
        return min(most, last.milliseconds + passed)
    }

    /// Who has not asked for a while has everything left, and need not be kept.
    private func forget(at now: Instant) {
        guard left.count > Self.mostKept else { return }
        left = left.filter { credit(of: $0.key, at: now) < most }
    }

    /// What one request costs: a fifth of a second.
    static let cost: Int64 = 200
    /// How many requests may come at once.
    public static let burst = 20
    private static let mostKept = 10_000
}
