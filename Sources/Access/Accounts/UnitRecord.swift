/// A unit and its keys as they are stored: the public one, and the private one locked for the paper key.
public struct UnitRecord: Hashable, Sendable {
    public let card: UnitCard
    public let publicKey: [UInt8]
    /// The private part, locked with the recovery key that was printed.
    public let recovery: [UInt8]

    public init(_ card: UnitCard, publicKey: [UInt8], recovery: [UInt8]) {
        self.card = card
        self.publicKey = publicKey
        self.recovery = recovery
    }
}
