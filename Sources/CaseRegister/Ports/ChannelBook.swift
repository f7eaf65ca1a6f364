public import ReferralDomain

/// The addresses of the units, kept apart from everything about cases.
public protocol ChannelBook: Sendable {
    /// All of a unit, in the order in which they are used.
    func channels(of unit: UnitID) async throws(JournalFault) -> [UnitChannel]

    /// Keeps a new address and writes the message with its code; false where the id is taken.
    ///
    /// - Parameter code: the digits that must come back, and until when.
    func add(
        _ channel: UnitChannel, code: ChannelCode, as message: MessageID
    ) async throws(JournalFault) -> Bool

    /// Compares digits that came back. Each comparison is counted, and after some of them none is right.
    func verify(
        _ id: ChannelID, of unit: UnitID, digits: String, at now: Instant
    ) async throws(JournalFault) -> Bool

    /// Puts one before all others of the unit.
    func putFirst(_ id: ChannelID, of unit: UnitID) async throws(JournalFault)

    func remove(_ id: ChannelID, of unit: UnitID) async throws(JournalFault)
}

/// Six digits that are sent to an address and must come back.
public struct ChannelCode: Hashable, Sendable {
    public let digits: String
    public let until: Instant

    public init(_ digits: String, until: Instant) {
        self.digits = digits
        self.until = until
    }
}
