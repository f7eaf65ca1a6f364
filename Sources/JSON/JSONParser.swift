/// Reads one JSON value from bytes, each byte once.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The one value that the bytes hold, with nothing but space around it.
    mutating func document() throws(JSON.Misread) -> JSON {
        skipSpace()
        let value = try value(within: 0)
        skipSpace()
        guard position == bytes.count else { throw misread(.trailingData) }
        return value
    }

    private mutating func value(within depth: Int) throws(JSON.Misread) -> JSON {
        guard position < bytes.count else { throw misread(.unexpectedEnd) }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try members(within: depth))
        case UInt8(ascii: "["): return .array(try elements(within: depth))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw misread(.unexpectedByte)
        }
    }

    private mutating func members(within depth: Int) throws(JSON.Misread) -> [JSON.Member] {
        guard depth < JSON.deepest else { throw misread(.tooDeep) }
        position += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return [] }

        var members: [JSON.Member] = []
        var seen: Set<String> = []
        repeat {
            skipSpace()
            let start = position
            guard position < bytes.count else { throw misread(.unexpectedEnd) }
            guard bytes[position] == UInt8(ascii: "\"") else { throw misread(.unexpectedByte) }
            let key = try string()
            guard isNew(key, among: members, seen: &seen) else { throw misread(.duplicateKey, at: start) }
            skipSpace()
            try require(UInt8(ascii: ":"))
            skipSpace()
            members.append(JSON.Member(key, try value(within: depth + 1)))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try require(UInt8(ascii: "}"))
        return members
    }

    /// Compares with each of a few keys, and from there on with a set, so that a large object stays cheap.
    private func isNew(_ key: String, among members: [JSON.Member], seen: inout Set<String>) -> Bool {
        guard members.count >= Self.fewKeys else { return !members.contains { $0.key == key } }
        if seen.isEmpty { seen = Set(members.map(\.key)) }
        return seen.insert(key).inserted
    }

    private mutating func elements(within depth: Int) throws(JSON.Misread) -> [JSON] {
        guard depth < JSON.deepest else { throw misread(.tooDeep) }
        position += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return [] }

        var elements: [JSON] = []
        repeat {
            skipSpace()
            elements.append(try value(within: depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try require(UInt8(ascii: "]"))
        return elements
    }

    private mutating func integer() throws(JSON.Misread) -> Int64 {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let firstDigit = position
        // The sum grows downwards: the lowest number has no positive twin.
        var sum: Int64 = 0
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            let (product, overflow) = sum.multipliedReportingOverflow(by: 10)
            let (difference, underflow) =
                product.subtractingReportingOverflow(Int64(bytes[position] - UInt8(ascii: "0")))
            guard !overflow, !underflow else { throw misread(.outOfRange, at: start) }
            sum = difference
            position += 1
        }
        guard position > firstDigit else {
            throw misread(position < bytes.count ? .unexpectedByte : .unexpectedEnd)
        }
        let hasLeadingZero = bytes[firstDigit] == UInt8(ascii: "0") && position > firstDigit + 1
        guard !hasLeadingZero else { throw misread(.unexpectedByte, at: firstDigit + 1) }
        guard !continuesAsFraction else { throw misread(.notWhole, at: start) }
        if isNegative { return sum }
        guard sum > Int64.min else { throw misread(.outOfRange, at: start) }
        return -sum
    }

    private var continuesAsFraction: Bool {
        guard position < bytes.count else { return false }
        return switch bytes[position] {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSON.Misread) -> JSON {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw misread(.unexpectedEnd) }
            guard bytes[position] == word.utf8Start[offset] else { throw misread(.unexpectedByte) }
            position += 1
        }
        return value
    }

    private mutating func string() throws(JSON.Misread) -> String {
        var text = JSONText(bytes, at: position)
        let string = try text.string()
        position = text.position
        return string
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func require(_ byte: UInt8) throws(JSON.Misread) {
        guard position < bytes.count else { throw misread(.unexpectedEnd) }
        guard bytes[position] == byte else { throw misread(.unexpectedByte) }
        position += 1
    }

    private func misread(_ reason: JSON.Misread.Reason, at offset: Int? = nil) -> JSON.Misread {
        JSON.Misread(reason: reason, offset: offset ?? position)
    }

    private static let fewKeys = 8
}
