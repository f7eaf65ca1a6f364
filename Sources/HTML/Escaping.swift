/// The one place that turns text into markup.
enum Escaping {
    /// Appends text so that it reads as text in an element and in a quoted attribute.
    ///
    /// Control characters other than line feed and tab have no business in a page and are left out.
    static func append(_ text: some Sequence<UInt8>, to markup: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): markup += "&amp;".utf8
            case UInt8(ascii: "<"): markup += "&lt;".utf8
            case UInt8(ascii: ">"): markup += "&gt;".utf8
            case UInt8(ascii: "\""): markup += "&quot;".utf8
            case UInt8(ascii: "'"): markup += "&#39;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): markup.append(byte)
            case 0..<0x20, 0x7F: continue
            default: markup.append(byte)
            }
        }
    }
}
