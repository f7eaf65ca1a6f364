/// Where a browser can be woken: an address at its maker, which nobody else knows.
public struct PushAddress: Hashable, Sendable {
    public let text: String
    /// Whose machine it is.
    public let origin: WebOrigin

    /// Reads an address; nil where it is none, is too long, or could be read on the way.
    public init?(reading text: String) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let origin = WebOrigin(of: text), origin.isSafe, text.hasPrefix(origin.text + "/")
        else { return nil }
        self.text = text
        self.origin = origin
    }

    private static let longest = 1_000
}
