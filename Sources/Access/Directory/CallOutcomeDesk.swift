public import CaseRegister
public import ReferralDomain

/// Where the outcome of a call is recorded, whoever made it: an administrator, or an operator from the queue.
public struct CallOutcomeDesk: Sendable {
    private let book: any DirectoryBook
    private let clock: @Sendable () -> Instant

    public init(book: any DirectoryBook, clock: @escaping @Sendable () -> Instant) {
        self.book = book
        self.clock = clock
    }

    /// Records what came of a call, now; the same id again is the same call.
    ///
    /// - Throws: what kept it from being safe on the disk.
    public func record(
        _ id: RecordID<ContactCall>, to contact: String, _ outcome: ContactCall.Outcome, by acting: Acting
    ) async throws(JournalFault) {
        try await book.record(ContactCall(id, to: contact, outcome, at: clock(), by: acting))
    }
}
