/// The end of the journal as it once was: the position of its last entry and that entry's hash.
///
/// Kept outside the machine, it shows what a chain alone cannot: that nothing was cut off, and that nobody made
/// the whole chain anew.
public struct JournalAnchor: Hashable, Sendable {
    public let position: Int64
    /// 64 hexadecimal digits.
    public let hash: String

    public init(position: Int64, hash: String) {
        self.position = position
        self.hash = hash
    }

    /// `POSITION:HASH`, as `ruta journal head` writes it.
    public var text: String { "\(position):\(hash)" }

    /// Reads `POSITION:HASH`; nil where the text is none.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let position = Int64(parts[0]), position >= 0 else { return nil }
        guard parts[1].utf8.count == 64, parts[1].utf8.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else {
            return nil
        }
        self.init(position: position, hash: String(parts[1]))
    }
}
