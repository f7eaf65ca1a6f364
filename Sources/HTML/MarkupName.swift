/// The name of an element or an attribute while it is read: its first sixteen bytes and how many there were.
///
/// Every name that matters is shorter, so two equal names of up to sixteen bytes are the same, and nothing is
/// allocated for the hundreds of names of a page.
struct MarkupName: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var count = 0

    /// No name yet.
    init() {}

    init(_ text: StaticString) {
        text.withUTF8Buffer { bytes in
            for byte in bytes { append(byte) }
        }
    }

    /// Whether the name begins with these two bytes.
    func begins(with one: UInt8, _ other: UInt8) -> Bool {
        count >= 2 && first & 0xFFFF == UInt64(one) | UInt64(other) << 8
    }

    /// Adds the next byte of the name.
    mutating func append(_ byte: UInt8) {
        if count < 8 {
            first |= UInt64(byte) << UInt64(8 * count)
        } else if count < 16 {
            second |= UInt64(byte) << UInt64(8 * (count - 8))
        }
        count += 1
    }
}
