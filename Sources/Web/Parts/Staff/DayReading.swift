import ReferralDomain

/// Reads days and hours as people in Peru write them, `23/11/2026` and `22:15`; nil for anything else.
///
/// Browsers draw native fields in the language of the phone, so both are typed as text.
enum DayReading {
    /// A day that exists; one or two digits for day and month, four for the year.
    static func day(_ text: String) -> PlainDate? {
        let parts = trimmed(text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = number(parts[0], 1...2), let month = number(parts[1], 1...2),
            let year = number(parts[2], 4...4)
        else { return nil }
        return PlainDate(year: year, month: month, day: day)
    }

    /// Hour and minute of a day.
    static func hour(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = trimmed(text).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = number(parts[0], 1...2), let minute = number(parts[1], 2...2),
            hour < 24, minute < 60
        else { return nil }
        return (hour, minute)
    }

    /// A moment in Lima.
    static func instant(day: String, hour: String) -> Instant? {
        guard let date = Self.day(day), let clock = Self.hour(hour) else { return nil }
        return LimaTime(date: date, hour: clock.hour, minute: clock.minute).instant
    }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return rest
    }

    private static func number(_ digits: Substring, _ length: ClosedRange<Int>) -> Int? {
        guard length.contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(digits)
    }
}
