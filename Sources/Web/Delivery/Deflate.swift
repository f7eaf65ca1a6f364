/// Deflate (RFC 1951) in one block with the fixed code: repeats of earlier text become references.
struct Deflate {
    private var bits = BitWriter()
    private let content: [UInt8]
    /// The last place at which each hash of three bytes was seen, and for each place the one before it.
    private var last: [Int32]
    private var earlier: [Int32]

    static func block(of content: [UInt8]) -> [UInt8] {
        var deflate = Deflate(content)
        deflate.run()
        return deflate.bits.finished()
    }

    private init(_ content: [UInt8]) {
        self.content = content
        last = Array(repeating: -1, count: 1 << Self.hashBits)
        earlier = Array(repeating: -1, count: content.count)
        bits.reserve(content.count / 2)
    }

    private mutating func run() {
        // A last block (1) with the fixed code (01).
        bits.write(0b011, count: 3)
        var place = 0
        while place < content.count {
            let match = longestMatch(at: place)
            guard match.length >= Self.shortest else {
                writeLiteral(Int(content[place]))
                remember(place)
                place += 1
                continue
            }
            writeLength(match.length)
            writeDistance(match.distance)
            for passed in place..<(place + match.length) { remember(passed) }
            place += match.length
        }
        writeLiteral(Self.endOfBlock)
    }

    private mutating func remember(_ place: Int) {
        guard place + Self.shortest <= content.count else { return }
        let hash = hash(at: place)
        earlier[place] = last[hash]
        last[hash] = Int32(place)
    }

    private func longestMatch(at place: Int) -> (length: Int, distance: Int) {
        guard place + Self.shortest <= content.count else { return (0, 0) }
        var best = (length: 0, distance: 0)
        var candidate = Int(last[hash(at: place)])
        var tries = Self.mostTries
        let most = min(Self.longest, content.count - place)
        while candidate >= 0, place - candidate <= Self.window, tries > 0, best.length < most {
            var length = 0
            while length < most, content[candidate + length] == content[place + length] { length += 1 }
            if length > best.length { best = (length, place - candidate) }
            candidate = Int(earlier[candidate])
            tries -= 1
        }
        return best
    }

    private func hash(at place: Int) -> Int {
        let bytes =
            UInt32(content[place]) << 16 | UInt32(content[place + 1]) << 8 | UInt32(content[place + 2])
        return Int((bytes &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
    }

    private mutating func writeLiteral(_ symbol: Int) {
        switch symbol {
        case ..<144: bits.writeCode(0x30 + symbol, count: 8)
        case ..<256: bits.writeCode(0x190 + symbol - 144, count: 9)
        case ..<280: bits.writeCode(symbol - 256, count: 7)
        default: bits.writeCode(0xC0 + symbol - 280, count: 8)
        }
    }

    private mutating func writeLength(_ length: Int) {
        let index = Self.lengths.lastIndex { $0.base <= length } ?? 0
        writeLiteral(257 + index)
        bits.write(length - Self.lengths[index].base, count: Self.lengths[index].extra)
    }

    private mutating func writeDistance(_ distance: Int) {
        let index = Self.distances.lastIndex { $0.base <= distance } ?? 0
        bits.writeCode(index, count: 5)
        bits.write(distance - Self.distances[index].base, count: Self.distances[index].extra)
    }

    private static let hashBits = 13
    private static let shortest = 3
    private static let longest = 258
    private static let window = 32_768
    private static let mostTries = 48
    private static let endOfBlock = 256

    /// The lengths 3 to 258 by code; 258 has one of its own.
    private static let lengths: [(base: Int, extra: Int)] =
        ranges(
            from: 3, extras: [0, 0, 0, 0, 0, 0, 0, 0] + (1...5).flatMap { Array(repeating: $0, count: 4) })
        + [(258, 0)]

    /// The distances 1 to 32,768 by code.
    private static let distances: [(base: Int, extra: Int)] =
        ranges(from: 1, extras: [0, 0, 0, 0] + (1...13).flatMap { [$0, $0] })

    private static func ranges(from first: Int, extras: [Int]) -> [(base: Int, extra: Int)] {
        var base = first
        return extras.map { extra in
            defer { base += 1 << extra }
            return (base, extra)
        }
    }
}

/// Collects bits from the low end of each byte on.
struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingCount = 0

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func write(_ value: Int, count: Int) {
        pending |= UInt64(value) << UInt64(pendingCount)
        pendingCount += count
        while pendingCount >= 8 {
            bytes.append(UInt8(pending & 0xFF))
            pending >>= 8
            pendingCount -= 8
        }
    }

    /// Writes a Huffman code, which starts with its highest bit.
    mutating func writeCode(_ code: Int, count: Int) {
        var reversed = 0
        for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
        write(reversed, count: count)
    }

    consuming func finished() -> [UInt8] {
        if pendingCount > 0 { bytes.append(UInt8(pending & 0xFF)) }
        return bytes
    }
}
