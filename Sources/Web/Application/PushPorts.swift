public import Access

/// What the own account needs to let a browser be woken.
public struct PushPorts: Sendable {
    public let desk: PushDesk
    /// The public half of the key of the house, in base64url: browsers ask their maker for an address for it alone.
    public let publicKey: String
    /// What the browser then says, always the same.
    public let words: String

    public init(desk: PushDesk, publicKey: String, words: String) {
        self.desk = desk
        self.publicKey = publicKey
        self.words = words
    }
}
