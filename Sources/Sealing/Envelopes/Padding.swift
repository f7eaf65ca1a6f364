/// Fills a text up to a multiple of 64 bytes, so that the length of a sealed name tells little.
enum Padding {
    static let block = 64
    /// Four bytes of length stand before the text.
    static let head = 4
    /// The longest text: 1 MiB, more than any field has.
    static let longest = 1 << 20

    /// The filled text.
    ///
    /// - Throws: `.unusable` where the text is too long.
    static func filled(_ plain: [UInt8]) throws(SealingFault) -> [UInt8] {
        guard plain.count <= longest else { throw .unusable }
        let length = UInt32(plain.count)
        var filled = stride(from: 24, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: length >> UInt32($0))
        }
        filled.append(contentsOf: plain)
        filled.append(contentsOf: repeatElement(0, count: (block - filled.count % block) % block))
        return filled
    }

    /// The text within a filled one.
    ///
    /// - Throws: `.unreadable` where it was not filled by this program.
    static func emptied(_ filled: [UInt8]) throws(SealingFault) -> [UInt8] {
        guard filled.count >= block, filled.count.isMultiple(of: block) else { throw .unreadable }
        let length = filled.prefix(head).reduce(0) { $0 << 8 | Int($1) }
        guard length <= longest, head + length <= filled.count, filled.count - head - length < block,
            filled.dropFirst(head + length).allSatisfy({ $0 == 0 })
        else { throw .unreadable }
        return Array(filled[head..<(head + length)])
    }
}
