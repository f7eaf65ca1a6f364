/// Durations as ISO 8601 writes them, in the part that deadlines use: `PT30S`, `PT5M`, `PT24H`, `P5D`, `P1M`.
enum ISODuration {
    static func isWritten(in text: String) -> Bool { parts(of: text) != nil }

    /// The length in milliseconds; nil for a month or a year, which have none, and for any other text.
    static func milliseconds(in text: String) -> Int64? {
        guard let part = parts(of: text) else { return nil }
        let unit: Int64? =
            switch (part.unit, part.isTime) {
            case (UInt8(ascii: "S"), true): 1_000
            case (UInt8(ascii: "M"), true): 60_000
            case (UInt8(ascii: "H"), true): 3_600_000
            case (UInt8(ascii: "D"), false): 86_400_000
            case (UInt8(ascii: "W"), false): 604_800_000
            default: nil
            }
        return unit.map { $0 * part.amount }
    }

    /// The number of months; nil for a duration that is not one of months.
    static func months(in text: String) -> Int? {
        guard let part = parts(of: text), part.unit == UInt8(ascii: "M"), !part.isTime else { return nil }
        return Int(part.amount)
    }

    private static func parts(of text: String) -> (amount: Int64, unit: UInt8, isTime: Bool)? {
        var rest = text.utf8[...]
        guard rest.popFirst() == UInt8(ascii: "P"), let last = rest.last else { return nil }
        let isTime = rest.first == UInt8(ascii: "T")
        if isTime { rest.removeFirst() }
        let units = isTime ? "HMS" : "DWMY"
        guard units.utf8.contains(last) else { return nil }
        let digits = rest.dropLast()
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return (digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }, last, isTime)
    }
}
