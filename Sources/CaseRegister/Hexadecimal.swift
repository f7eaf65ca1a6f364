/// Bytes as hexadecimal digits in lower case, the only case that is read or written here.
enum Hexadecimal {
    /// The value of one digit; nil for any other character.
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// Two digits a byte.
    static func text(of bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
            fill(digits, with: bytes)
            return 2 * bytes.count
        }
    }

    /// Two digits a byte, as bytes.
    static func digits(of bytes: [UInt8]) -> [UInt8] {
        Array(unsafeUninitializedCapacity: 2 * bytes.count) { digits, count in
            fill(digits, with: bytes)
            count = 2 * bytes.count
        }
    }

    private static func fill(_ digits: UnsafeMutableBufferPointer<UInt8>, with bytes: [UInt8]) {
        for (position, byte) in bytes.enumerated() {
            digits[2 * position] = digit(byte >> 4)
            digits[2 * position + 1] = digit(byte & 15)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
