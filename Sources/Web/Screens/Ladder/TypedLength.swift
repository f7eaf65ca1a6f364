/// Reads and writes a length of time as people type it: a number and a unit, such as `10 min` or `2 h`.
enum TypedLength {
    /// The milliseconds of a length; a bare zero needs no unit. Nil for anything else.
    static func milliseconds(_ text: String) -> Int64? {
        let typed = text.lowercased().filter { !$0.isWhitespace }
        let digits = typed.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.utf8.count <= longestNumber, let count = Int64(digits) else {
            return nil
        }
        let unit = typed.dropFirst(digits.count)
        if unit.isEmpty { return count == 0 ? 0 : nil }
        return units.first { $0.word == unit }.map { $0.milliseconds * count }
    }

    /// The length in the largest unit that divides it.
    static func text(_ milliseconds: Int64) -> String {
        let unit = units.last { milliseconds > 0 && milliseconds.isMultiple(of: $0.milliseconds) }
        return unit.map { "\(milliseconds / $0.milliseconds) \($0.word)" } ?? "0"
    }

    private static let units: [(word: String, milliseconds: Int64)] = [
        ("s", 1_000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]
    private static let longestNumber = 6
}
