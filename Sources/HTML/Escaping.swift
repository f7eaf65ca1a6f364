/// The one place that turns text into markup.
enum Escaping {
    /// Appends text so that it reads as text in an element and in a quoted attribute.
    ///
    /// Control characters other than line feed and tab have no business in a page and are left out. What
    /// needs nothing is copied in one piece, since a page is thousands of such texts.
    static func append(_ text: String, to markup: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (position, byte) in bytes.enumerated() where !isPlain(byte) {
                markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
                append(special: byte, to: &markup)
                start = position + 1
            }
            markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// Whether a byte stands in markup as it does in text.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            0..<0x20, 0x7F:
            false
        default: true
        }
    }

    private static func append(special byte: UInt8, to markup: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): markup += "&amp;".utf8
        case UInt8(ascii: "<"): markup += "&lt;".utf8
        case UInt8(ascii: ">"): markup += "&gt;".utf8
        case UInt8(ascii: "\""): markup += "&quot;".utf8
        case UInt8(ascii: "'"): markup += "&#39;".utf8
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): markup.append(byte)
        default: break
        }
    }
}
