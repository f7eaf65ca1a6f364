/// An entry in its place in the log, linked with the leaf before.
public struct AuditLeaf: Hashable, Sendable {
    /// From 1 on without a gap.
    public let position: Int64
    public let entry: AuditEntry
    /// The hash of the leaf before, 64 hexadecimal digits.
    public let previousHash: String
    public let hash: String

    public init(position: Int64, entry: AuditEntry, previousHash: String, hash: String) {
        self.position = position
        self.entry = entry
        self.previousHash = previousHash
        self.hash = hash
    }
}
