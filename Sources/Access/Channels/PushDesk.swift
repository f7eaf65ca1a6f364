public import CaseRegister
public import ReferralDomain

/// Where somebody lets the own browsers be woken, and stops it. What is done is in the log first.
public struct PushDesk: Sendable {
    private let book: any PushBook
    private let origins: Set<WebOrigin>
    private let audit: any AuditLog
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant

    /// - Parameter origins: the makers of browsers that may be called at all.
    public init(
        book: any PushBook, origins: Set<WebOrigin>, audit: any AuditLog, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.book = book
        self.origins = origins
        self.audit = audit
        self.random = random
        self.clock = clock
    }

    /// How many browsers of the visitor are woken.
    public func count(of visitor: Visitor) async throws(JournalFault) -> Int {
        try await book.count(of: visitor.acting.account)
    }

    /// Lets a browser be woken; false where the address is none, or is at nobody whom the house calls.
    public func add(_ typed: String, by visitor: Visitor) async throws(JournalFault) -> Bool {
        guard let address = PushAddress(reading: typed), origins.contains(address.origin) else {
            return false
        }
        let id = PushID(random: random.bytes(ReportID.digits / 2))
        try await note(.pushAdded, on: [id.text], by: visitor)
        try await book.add(
            PushSubscription(id, of: visitor.acting.account, at: address, added: clock()), most: Self.most)
        return true
    }

    public func removeAll(by visitor: Visitor) async throws(JournalFault) {
        try await note(.pushRemoved, on: [], by: visitor)
        try await book.removeAll(of: visitor.acting.account)
    }

    private func note(
        _ action: ChannelAction, on objects: [String], by visitor: Visitor
    ) async throws(JournalFault) {
        try await audit.commit(
            AuditEntry(action.rawValue, on: objects, by: visitor.acting, at: clock()))
    }

    private static let most = 5
}
