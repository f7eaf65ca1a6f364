/// How long sessions last and how many there are (OWASP ASVS 7.1.1, 7.3.1, 7.3.2). All in milliseconds.
public enum SessionRule {
    /// Twelve hours, whatever is done in them: one shift.
    public static let longest: Int64 = 43_200_000
    /// A quarter of an hour without use.
    public static let idle: Int64 = 900_000
    /// Five minutes, where other people pass the screen.
    public static let idleShared: Int64 = 300_000
    /// How long a fresh second factor counts.
    public static let stepUp: Int64 = 300_000
    /// How often the last use is written down.
    public static let touchEvery: Int64 = 60_000
    /// How many sessions an account has at once; the oldest makes room.
    public static let most = 2
}
