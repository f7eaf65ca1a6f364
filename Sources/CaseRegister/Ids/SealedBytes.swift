/// An envelope that this room cannot open: ciphertext as it is stored. Printing one prints its length.
public struct SealedBytes: Hashable, Sendable, CustomStringConvertible {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var description: String { "sealed, \(bytes.count) bytes" }

    /// The bytes as hexadecimal digits, as an event stores them.
    var text: String { Hexadecimal.text(of: bytes) }

    /// Reads hexadecimal digits; nil where they are none.
    public init?(text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Hexadecimal.value(of: digits[position]),
                let low = Hexadecimal.value(of: digits[position + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }
}
