/// What two institutions agree on before they count together: a word such as `2026-q3`, so that points of one count
/// say nothing about another one.
public struct CountSession: Hashable, Sendable {
    public let text: String

    /// A word of letters, digits and hyphens, at most 40; nil for anything else.
    public init?(_ text: String) {
        let isWord = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
        }
        guard isWord, (1...40).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}
