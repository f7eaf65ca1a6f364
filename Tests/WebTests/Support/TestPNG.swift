import CZlib

/// A PNG of one grey, with the words of a place in it, as a phone could send it.
struct TestPNG {
    let bytes: [UInt8]

    /// - Parameter words: what stands beside the picture, where a drawing anew must leave it.
    init(width: Int, height: Int, words: String) {
        let size = [width, height].flatMap { side in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: side >> $0) }
        }
        let rows = (0..<height).flatMap { _ in [0] + [UInt8](repeating: 0x77, count: width) }
        bytes =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", size + [8, 0, 0, 0, 0])
            + Self.chunk("tEXt", Array("GPS\u{0}\(words)".utf8)) + Self.chunk("IDAT", Self.packed(rows))
            + Self.chunk("IEND", [])
    }

    private static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + content
        return number(content.count) + body + number(Int(crc32(0, body, UInt32(body.count))))
    }

    private static func number(_ value: Int) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func packed(_ rows: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(rows.count))
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { output, count in
            _ = compress(output.baseAddress, &length, rows, UInt(rows.count))
            count = Int(length)
        }
    }
}
