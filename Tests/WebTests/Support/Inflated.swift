/// Unpacks the only kind of gzip that the site makes: one block with the fixed code.
struct Inflated {
    private(set) var content: [UInt8] = []
    private let packed: [UInt8]
    private var position: Int

    enum Broken: Error { case header, block, end }

    init(gzip packed: [UInt8]) throws {
        guard packed.count >= 18, packed.starts(with: [0x1F, 0x8B, 8, 0]) else { throw Broken.header }
        self.packed = packed
        position = 80
        guard try bits(3) == 0b011 else { throw Broken.block }
        while try readSymbol() {}
        let size = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard size == content.count else { throw Broken.end }
    }

    /// Reads one literal or repeat; false at the end of the block.
    private mutating func readSymbol() throws -> Bool {
        var code = try code(7)
        if code < 24 { return try take(code + 256) }
        code = code << 1 | (try bits(1))
        if code < 0xC0 { return try take(code - 0x30) }
        if code < 0xC8 { return try take(code - 0xC0 + 280) }
        code = code << 1 | (try bits(1))
        return try take(code - 0x190 + 144)
    }

    private mutating func take(_ symbol: Int) throws -> Bool {
        if symbol == 256 { return false }
        if symbol < 256 {
            content.append(UInt8(symbol))
            return true
        }
        let length = Self.lengthBases[symbol - 257] + (try bits(Self.lengthExtras[symbol - 257]))
        let code = try code(5)
        let extra = code < 4 ? 0 : code / 2 - 1
        let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
        let distance = base + (try bits(extra))
        guard distance <= content.count else { throw Broken.block }
        for _ in 0..<length { content.append(content[content.count - distance]) }
        return true
    }

    private mutating func bits(_ count: Int) throws -> Int {
        var value = 0
        for bit in 0..<count {
            guard position < 8 * packed.count else { throw Broken.end }
            value |= Int(packed[position / 8] >> UInt8(position % 8) & 1) << bit
            position += 1
        }
        return value
    }

    private mutating func code(_ count: Int) throws -> Int {
        var value = 0
        for _ in 0..<count { value = value << 1 | (try bits(1)) }
        return value
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
        195, 227,
        258,
    ]
    private static let lengthExtras = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
}
