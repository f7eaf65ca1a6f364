public import CaseRegister
public import ReferralDomain

/// Where tries are counted: in the memory of one program, or in the database for all nodes of a house.
public protocol AttemptBook: Sendable {
    /// Shows a judge when each of the names was tried within its window, the oldest first, and notes a try of each
    /// where it lets that pass; all in one step, so that many at once cannot pass as the first.
    ///
    /// - Returns: what the judge said: how many milliseconds to wait; nil where the try was noted.
    func attempt(
        _ names: [AttemptName], at now: Instant, judge: @escaping @Sendable ([[Instant]]) -> Int64?
    ) async throws(JournalFault) -> Int64?

    /// When a name was tried within its window, the oldest first.
    func tries(of name: AttemptName, at now: Instant) async throws(JournalFault) -> [Instant]

    /// Forgives every try of a name.
    func forgive(_ name: AttemptName) async throws(JournalFault)

    /// Forgives the newest try of a name.
    func forgiveLast(of name: AttemptName) async throws(JournalFault)
}

/// Whose tries are counted, and for how long.
public struct AttemptName: Hashable, Sendable {
    public let kind: Kind
    /// An account or an address, as it is; a book that writes it down keeps a keyed hash.
    public let text: String
    public let windowMilliseconds: Int64

    /// What is tried.
    public enum Kind: String, CaseIterable, Sendable {
        case account, address, link, receipt, emergency, enrolment
    }

    public init(_ kind: Kind, _ text: String, within milliseconds: Int64) {
        self.kind = kind
        self.text = text
        windowMilliseconds = milliseconds
    }

    /// The longest window that there is, in milliseconds: what is older counts for nobody.
    public static let longestWindow: Int64 = 3_600_000
}
