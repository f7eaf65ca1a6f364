import ReferralDomain

extension Instant {
    /// The hour on the clocks of Lima, such as `22:15`.
    var hourText: String {
        let time = LimaTime(self)
        return "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// The day in Lima, such as `23/11/2026`.
    var dayText: String { LimaTime(self).date.text }

    /// Day and hour in the form that machines read, with the offset of Lima.
    var machineText: String {
        let time = LimaTime(self)
        return "\(time.date.machineText)T\(hourText):\(twoDigits(time.second))-05:00"
    }
}

extension PlainDate {
    /// The day as people in Peru write it, such as `23/11/2026`.
    var text: String { "\(twoDigits(day))/\(twoDigits(month))/\(year)" }

    /// The day as machines read it, such as `2026-11-23`.
    var machineText: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
