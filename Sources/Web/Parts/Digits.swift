/// Numbers as clocks and calendars show them.
enum Digits {
    /// At least two digits, the first one possibly 0.
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// A count with a comma between thousands, as public bodies in Peru write it, and English too: `1,234,567`.
    static func grouped(_ number: some BinaryInteger) -> String {
        let digits = Array(String(number.magnitude))
        let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}
