/// Numbers as clocks and calendars show them.
enum Digits {
    /// At least two digits, the first one possibly 0.
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
