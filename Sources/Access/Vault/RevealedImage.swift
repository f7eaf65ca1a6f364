/// A picture that was opened, and the leaf of the log that was written before.
public struct RevealedImage: Hashable, Sendable {
    public let bytes: [UInt8]
    /// The position of the leaf.
    public let leaf: Int64
}
