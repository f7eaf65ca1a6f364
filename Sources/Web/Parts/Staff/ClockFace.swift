import CaseRegister
import ReferralDomain

/// What a clock shows at one moment: how much is left or over, and which state that is.
struct ClockFace: Equatable, Sendable {
    let start: Instant
    /// Nil where neither the law nor our own goal gives an end.
    let due: Instant?
    let isPaused: Bool
    let now: Instant

    init(start: Instant, due: Instant?, isPaused: Bool = false, now: Instant) {
        self.start = start
        self.due = due
        self.isPaused = isPaused
        self.now = now
    }

    init(_ obligation: Obligation, now: Instant) {
        self.init(
            start: obligation.start, due: obligation.due, isPaused: obligation.pausedUntil != nil, now: now)
    }

    init(_ next: QueueRow.NextAct, now: Instant) {
        self.init(start: next.start, due: next.due, isPaused: next.isPaused, now: now)
    }

    /// Milliseconds that are left, negative when it is over; nil without an end.
    var left: Int64? { due.map { $0.millisecondsSinceEpoch - now.millisecondsSinceEpoch } }

    /// The last quarter of a term counts as soon; what has no end is open, never late.
    var state: StateMark.Kind {
        if isPaused { return .paused }
        guard let left else { return .open }
        if left < 0 { return .late }
        return usedPercent >= 75 ? .soon : .ok
    }

    /// The part of the term that is used, 0 to 100.
    var usedPercent: Int {
        guard let due else { return 0 }
        let whole = due.millisecondsSinceEpoch - start.millisecondsSinceEpoch
        let used = now.millisecondsSinceEpoch - start.millisecondsSinceEpoch
        guard whole > 0 else { return 100 }
        // Divided first where the product could leave the range of a number.
        let percent = Double(used) / Double(whole) * 100
        return Int(min(max(percent, 0), 100))
    }
}
