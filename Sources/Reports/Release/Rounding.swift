/// How a count is printed: to the nearest five, so that one person more or less seldom shows.
public enum Rounding {
    /// Counts below this are never printed.
    public static let least = 11
    /// What printed counts are a multiple of.
    public static let base = 5

    /// The nearest multiple of five.
    public static func printed(_ count: Int) -> Int { (count + base / 2) / base * base }
}
