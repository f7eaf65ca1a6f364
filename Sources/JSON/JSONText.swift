/// Reads one JSON string: the quotation marks, the escapes, and every byte checked as UTF-8.
struct JSONText {
    private let bytes: [UInt8]
    /// The next byte to read.
    private(set) var position: Int

    /// Starts on the opening quotation mark.
    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The text, copied in one piece where it holds no escape.
    mutating func string() throws(JSON.Misread) -> String {
        position += 1
        let start = position
        while true {
            let byte = try byte()
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            try passScalar(beginning: byte)
        }
    }

    private mutating func escapedString(from start: Int) throws(JSON.Misread) -> String {
        var text = Array(bytes[start..<position])
        while true {
            let byte = try byte()
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
            } else {
                let scalar = position
                try passScalar(beginning: byte)
                text.append(contentsOf: bytes[scalar..<position])
            }
        }
    }

    private mutating func escape() throws(JSON.Misread) -> Unicode.Scalar {
        let start = position
        position += 1
        let letter = try byte()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try numberedScalar(from: start)
        default: throw misread(.unknownEscape, at: start)
        }
    }

    private mutating func numberedScalar(from start: Int) throws(JSON.Misread) -> Unicode.Scalar {
        let unit = try fourDigits()
        guard unit != 0 else { throw misread(.nul, at: start) }
        if let scalar = Unicode.Scalar(unit) { return scalar }

        // What is no scalar is a surrogate: the high one must come first and the low one at once.
        let hasPartner =
            unit < 0xDC00 && position + 1 < bytes.count
            && bytes[position] == UInt8(ascii: "\\") && bytes[position + 1] == UInt8(ascii: "u")
        guard hasPartner else { throw misread(.loneSurrogate, at: start) }
        position += 2
        let partner = try fourDigits()
        guard (0xDC00...0xDFFF).contains(partner),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (partner - 0xDC00))
        else { throw misread(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSON.Misread) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            let digit = try byte()
            let zero: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): zero = UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): zero = UInt8(ascii: "a") - 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): zero = UInt8(ascii: "A") - 10
            default: throw misread(.unknownEscape)
            }
            unit = unit << 4 | UInt32(digit - zero)
            position += 1
        }
        return unit
    }

    /// Passes one character, of one to four bytes.
    private mutating func passScalar(beginning byte: UInt8) throws(JSON.Misread) {
        if byte < 0x80 {
            guard byte >= 0x20 else { throw misread(byte == 0 ? .nul : .controlCharacter) }
            position += 1
            return
        }
        // The second byte is what keeps out overlong forms, surrogates and what lies beyond Unicode.
        let (length, second): (Int, ClosedRange<UInt8>)
        switch byte {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw misread(.notUTF8)
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]) else {
            throw misread(.notUTF8)
        }
        for offset in 2..<max(length, 2) {
            guard bytes[position + offset] & 0xC0 == 0x80 else { throw misread(.notUTF8) }
        }
        position += length
    }

    private func byte() throws(JSON.Misread) -> UInt8 {
        guard position < bytes.count else { throw misread(.unexpectedEnd) }
        return bytes[position]
    }

    private func misread(_ reason: JSON.Misread.Reason, at offset: Int? = nil) -> JSON.Misread {
        JSON.Misread(reason: reason, offset: offset ?? position)
    }
}
