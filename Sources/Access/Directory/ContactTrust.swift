import CaseRegister
public import ReferralDomain

/// How far a contact is trusted: a pure function of its calls since its number was last changed.
public struct ContactTrust: Hashable, Sendable {
    public let level: Level
    /// The last call that was answered; nil where none was.
    public let answeredAt: Instant?
    /// Since when somebody owes a call that verifies it; nil where nobody does.
    public let owedSince: Instant?

    /// From the least to the most trusted.
    public enum Level: Int, CaseIterable, Comparable, Sendable {
        /// It does not work: wrong, out of service, or silent three times in a row.
        case failing
        /// The last call was not answered.
        case doubted
        /// Nobody has called.
        case untried
        /// The last call was answered.
        case confirmed

        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// How many unanswered calls in a row make a number fail.
    public static let mostUnanswered = 3

    /// - Parameters:
    ///   - calls: the calls to one contact, in any order.
    ///   - changedAt: when its number was last changed; what was called before says nothing about it.
    public init(calls: [ContactCall], changedAt: Instant? = nil) {
        let told = calls.filter { call in changedAt.map { call.at >= $0 } ?? true }.sorted(by: Self.isBefore)
        let answered = told.lastIndex { $0.outcome == .answered }
        let failures = told[(answered.map { $0 + 1 } ?? 0)...]
        answeredAt = answered.map { told[$0].at }
        owedSince = failures.first?.at ?? (told.isEmpty ? changedAt : nil)
        if failures.contains(where: \.outcome.condemns) || failures.count >= Self.mostUnanswered {
            level = .failing
        } else if !failures.isEmpty {
            level = .doubted
        } else {
            level = answered == nil ? .untried : .confirmed
        }
    }

    /// By the hour; of two in the same millisecond by their ids, so that every reader agrees.
    private static func isBefore(_ left: ContactCall, _ right: ContactCall) -> Bool {
        (left.at, left.id.text) < (right.at, right.id.text)
    }
}
