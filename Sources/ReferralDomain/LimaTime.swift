/// A moment as the clocks of Lima show it: UTC−05:00 all year, Peru keeps no daylight saving time.
public struct LimaTime: Equatable, Sendable {
    public let date: PlainDate
    /// Milliseconds since local midnight, 0 to 86,399,999.
    public let millisecondOfDay: Int

    public init(_ instant: Instant) {
        let local = instant.millisecondsSinceEpoch - 5 * 3_600_000
        let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        date = PlainDate(daysSinceEpoch: Int(day))
        millisecondOfDay = Int(local - day * 86_400_000)
    }

    public init(date: PlainDate, hour: Int, minute: Int) {
        self.date = date
        millisecondOfDay = (hour * 60 + minute) * 60_000
    }

    /// 0 to 23.
    public var hour: Int { millisecondOfDay / 3_600_000 }
    /// 0 to 59.
    public var minute: Int { millisecondOfDay / 60_000 % 60 }
    /// 0 to 59.
    public var second: Int { millisecondOfDay / 1_000 % 60 }

    public var instant: Instant {
        Instant(
            millisecondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(millisecondOfDay)
                + 5 * 3_600_000)
    }
}
