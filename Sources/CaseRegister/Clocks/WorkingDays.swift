public import ReferralDomain

/// Counts terms as Peruvian administrative law does.
///
/// TUO of Ley 27444, art. 144: a term in days begins the day after. Art. 145: Saturdays, Sundays and national
/// holidays do not count, and a term that would end on such a day ends on the next working day. A day lasts until
/// its last millisecond in Lima, whenever the office closes. Hours and minutes are exact and run day and night.
public struct WorkingDays: Sendable {
    private let calendar: OfficeCalendar

    public init(_ calendar: OfficeCalendar) { self.calendar = calendar }

    /// The last moment at which the term is still kept.
    public func end(of term: ProtocolRules.Term, from start: Instant) -> Instant {
        let amount = max(0, term.amount)
        switch term.unit {
        case .minutes: return start.adding(milliseconds: Int64(amount) * 60_000)
        case .hours: return start.adding(milliseconds: Int64(amount) * 3_600_000)
        case .days:
            var day = LimaTime(start).date.daysSinceEpoch + amount
            while !isWorkingDay(day) { day += 1 }
            return Self.end(ofDay: day)
        case .workingDays:
            var day = LimaTime(start).date.daysSinceEpoch
            var left = amount
            while left > 0 {
                day += 1
                if isWorkingDay(day) { left -= 1 }
            }
            return Self.end(ofDay: day)
        }
    }

    /// The last millisecond of a day in Lima.
    public static func end(of day: PlainDate) -> Instant { end(ofDay: day.daysSinceEpoch) }

    /// The last millisecond of the day that lies whole months after another; the 31st becomes a month's last day.
    public static func end(ofMonth months: Int, after start: PlainDate) -> Instant {
        let count = start.year * 12 + start.month - 1 + months
        var length = start.day
        while length > 1 {
            if let day = PlainDate(year: count / 12, month: count % 12 + 1, day: length) {
                return end(of: day)
            }
            length -= 1
        }
        return end(of: PlainDate(year: count / 12, month: count % 12 + 1, day: 1) ?? start)
    }

    /// Monday to Friday, and not a national holiday.
    public func isWorkingDay(_ date: PlainDate) -> Bool { isWorkingDay(date.daysSinceEpoch) }

    private func isWorkingDay(_ day: Int) -> Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((day % 7) + 10) % 7
        guard weekday < 5 else { return false }
        return !isHoliday(day)
    }

    private func isHoliday(_ day: Int) -> Bool {
        let date = PlainDate(daysSinceEpoch: day)
        var low = 0
        var high = calendar.holidays.count
        while low < high {
            let middle = (low + high) / 2
            if calendar.holidays[middle] < date { low = middle + 1 } else { high = middle }
        }
        return low < calendar.holidays.count && calendar.holidays[low] == date
    }

    private static func end(ofDay day: Int) -> Instant {
        LimaTime(date: PlainDate(daysSinceEpoch: day + 1), hour: 0, minute: 0).instant.adding(
            milliseconds: -1)
    }
}

extension ProtocolRules {
    /// A term of the law, as its version says.
    public typealias Term = TimeRule.Term
}

extension ProtocolRules.TimeRule {
    /// What the law said on a day; nil where it said nothing yet.
    public func version(on day: PlainDate) -> Version? {
        versions.first { $0.from.map { $0 <= day } ?? true }
    }
}
