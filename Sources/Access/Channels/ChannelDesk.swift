public import CaseRegister
public import ReferralDomain

/// Where a unit says by which addresses it wants to be told, and proves that it reads them.
///
/// Everybody here acts for the own unit only: there is no way to name another one. What is done is in the log first.
public struct ChannelDesk: Sendable {
    private let book: any ChannelBook
    private let audit: any AuditLog
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant

    public init(
        book: any ChannelBook, audit: any AuditLog, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.book = book
        self.audit = audit
        self.random = random
        self.clock = clock
    }

    /// Why nothing was changed.
    public enum Refusal: Error, Hashable, Sendable {
        case address(OfficeAddress.Misread)
        case secondFactorOld
        /// The address is there already.
        case twice
        case tooMany
        /// Other digits, too late, or too often.
        case wrongCode
        case fault(JournalFault)
    }

    /// The addresses of the visitor's unit.
    public func channels(of visitor: Visitor) async throws(JournalFault) -> [UnitChannel] {
        try await book.channels(of: visitor.acting.unit)
    }

    /// Adds an address, to which six digits are sent: until they come back nothing else goes there.
    public func add(
        _ id: ChannelID, _ kind: ChannelKind, _ typed: String, for audience: NoticeAudience,
        by visitor: Visitor
    ) async throws(Refusal) {
        let now = clock()
        let address: OfficeAddress
        do { address = try OfficeAddress(kind, reading: typed) } catch { throw .address(error) }
        // Whoever changes where messages go could turn them away from the unit.
        guard visitor.isSteppedUp(at: now) else { throw .secondFactorOld }
        let unit = visitor.acting.unit
        let code = ChannelCode(digits(), until: now.adding(milliseconds: Self.codeLifetime))
        try await asked { () async throws(JournalFault) in
            let known = try await book.channels(of: unit)
            if known.contains(where: { $0.id == id }) { return }
            guard known.count < Self.most else { throw .other(code: Self.full) }
            try await note(.added, id, by: visitor)
            let channel = UnitChannel(
                id, of: unit, address, for: audience, place: (known.last?.place ?? 0) + 1, added: now)
            let message = MessageID(random: random.bytes(ReportID.digits / 2))
            guard try await book.add(channel, code: code, as: message) else {
                throw .other(code: Self.known)
            }
        }
    }

    /// Takes the digits that arrived.
    public func verify(_ id: ChannelID, digits: String, by visitor: Visitor) async throws(Refusal) {
        let now = clock()
        let typed = digits.filter { $0 != " " }
        var isRight = false
        do {
            isRight = try await book.verify(id, of: visitor.acting.unit, digits: typed, at: now)
            if isRight { try await note(.verified, id, by: visitor) }
        } catch { throw .fault(error) }
        guard isRight else { throw .wrongCode }
    }

    /// Uses this address before all others.
    public func putFirst(_ id: ChannelID, by visitor: Visitor) async throws(Refusal) {
        guard visitor.isSteppedUp(at: clock()) else { throw .secondFactorOld }
        try await asked { () async throws(JournalFault) in
            try await note(.first, id, by: visitor)
            try await book.putFirst(id, of: visitor.acting.unit)
        }
    }

    public func remove(_ id: ChannelID, by visitor: Visitor) async throws(Refusal) {
        guard visitor.isSteppedUp(at: clock()) else { throw .secondFactorOld }
        try await asked { () async throws(JournalFault) in
            try await note(.removed, id, by: visitor)
            try await book.remove(id, of: visitor.acting.unit)
        }
    }

    /// Takes a dead letter up again, for whoever keeps the house.
    public func noteRetry(_ id: MessageID, by visitor: Visitor) async throws(JournalFault) {
        try await audit.commit(
            AuditEntry(ChannelAction.retried.rawValue, on: [id.text], by: visitor.acting, at: clock()))
    }

    private func note(
        _ action: ChannelAction, _ id: ChannelID, by visitor: Visitor
    ) async throws(JournalFault) {
        try await audit.commit(
            AuditEntry(action.rawValue, on: [id.text], by: visitor.acting, at: clock()))
    }

    private func asked(_ act: () async throws(JournalFault) -> Void) async throws(Refusal) {
        do {
            try await act()
        } catch {
            switch error {
            case .other(code: Self.full): throw .tooMany
            case .other(code: Self.known): throw .twice
            default: throw .fault(error)
            }
        }
    }

    /// Six digits, each as likely as any other: numbers that would favour the low ones are drawn again.
    private func digits() -> String {
        var number = UInt32.max
        while number >= 4_294_000_000 {
            number = random.bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
        }
        return String(String(1_000_000 + number % 1_000_000).dropFirst())
    }

    private static let full = "channels-full"
    private static let known = "channel-known"
    private static let most = 12
    /// Fifteen minutes, in milliseconds.
    private static let codeLifetime: Int64 = 15 * 60_000
}

/// What is written into the log about addresses and messages.
public enum ChannelAction: String, CaseIterable, Sendable {
    case added = "channel-added"
    case verified = "channel-verified"
    case first = "channel-first"
    case removed = "channel-removed"
    case retried = "message-retried"
    case pushAdded = "push-added"
    case pushRemoved = "push-removed"
}
