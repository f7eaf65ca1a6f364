/// A text that was opened, and the leaf of the log that was written before.
public struct RevealedText: Hashable, Sendable {
    public let text: String
    /// The position of the leaf, to be shown with the text.
    public let leaf: Int64
}
