/// The code of a shift or an account under which somebody practises: letters and digits, never a name.
public struct ShiftCode: Hashable, Sendable {
    /// In capitals, such as `T-0427`.
    public let text: String

    /// Reads one to four letters and one to six digits; a name is none, so that none is ever kept.
    public init?(reading typed: String) {
        let text = typed.filter { $0 != " " }.uppercased()
        let bytes = Array(text.utf8)
        let letters = bytes.prefix { (0x41...0x5A).contains($0) }
        var rest = bytes.dropFirst(letters.count)
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard (1...4).contains(letters.count), (1...6).contains(rest.count),
            rest.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.text = text
    }
}
