public import CaseRegister
public import ReferralDomain

/// Counts failures by where they come from, and says when it is enough for now.
public struct AttemptLimit: Sendable {
    private let book: any AttemptBook
    private let kind: AttemptName.Kind
    private let most: Int
    private let windowMilliseconds: Int64

    /// - Parameters:
    ///   - kind: what is tried.
    ///   - book: where failures are counted.
    ///   - most: how many failures one address has within the window.
    public init(
        _ kind: AttemptName.Kind, in book: any AttemptBook, most: Int = 30,
        windowMilliseconds: Int64 = 600_000
    ) {
        self.kind = kind
        self.book = book
        self.most = most
        self.windowMilliseconds = windowMilliseconds
    }

    /// Whether an address may try now.
    public func mayTry(from address: String, at now: Instant) async throws(JournalFault) -> Bool {
        try await book.tries(of: name(address), at: now).count < most
    }

    /// Notes a failure.
    public func failed(from address: String, at now: Instant) async throws(JournalFault) {
        _ = try await book.attempt([name(address)], at: now) { _ in nil }
    }

    /// Counts one use and says whether it was still within the limit; both in one step.
    public func take(by name: String, at now: Instant) async throws(JournalFault) -> Bool {
        let most = most
        return try await book.attempt([self.name(name)], at: now) { $0[0].count < most ? nil : 1 } == nil
    }

    private func name(_ text: String) -> AttemptName {
        AttemptName(kind, text, within: windowMilliseconds)
    }
}
