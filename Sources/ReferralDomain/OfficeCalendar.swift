/// When the public offices of Lima answer: Monday to Friday, 08:00 to 16:15, not on national holidays.
///
/// The last minute of attention ends at 16:15:00; a call at that instant already finds the office closed.
public struct OfficeCalendar: Equatable, Sendable {
    /// National holidays in ascending order.
    public let holidays: [PlainDate]

    public init(holidays: [PlainDate]) {
        self.holidays = holidays.sorted()
    }

    public func isOpen(at time: LimaTime) -> Bool {
        time.date.weekday <= 5
            && time.millisecondOfDay >= 8 * 3_600_000
            && time.millisecondOfDay < (16 * 60 + 15) * 60_000
            && !holidays.contains(time.date)
    }
}
