/// Who acknowledged, and the leaf of the log that was written before it was opened.
public struct RevealedSigner: Equatable, Sendable {
    public let card: SignerCard
    /// The position of the leaf, to be shown with the card.
    public let leaf: Int64
}
