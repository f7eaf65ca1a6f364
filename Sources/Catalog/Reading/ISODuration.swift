/// Durations as ISO 8601 writes them, in the part that deadlines use: `PT5M`, `PT24H`, `P5D`, `P1M`.
enum ISODuration {
    static func isWritten(in text: String) -> Bool {
        var rest = text.utf8[...]
        guard rest.popFirst() == UInt8(ascii: "P"), let last = rest.last else { return false }
        let isTime = rest.first == UInt8(ascii: "T")
        if isTime { rest.removeFirst() }
        let units = isTime ? "HM" : "DWMY"
        guard units.utf8.contains(last) else { return false }
        let digits = rest.dropLast()
        return !digits.isEmpty && digits.count <= 4 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
