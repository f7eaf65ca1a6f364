import ReferralDomain

extension Instant {
    /// The hour on the clocks of Lima, such as `22:15`.
    var hourText: String {
        let time = LimaTime(self)
        return "\(Digits.two(time.hour)):\(Digits.two(time.minute))"
    }

    /// The day in Lima, such as `23/11/2026`.
    var dayText: String { LimaTime(self).date.text }

    /// Day and hour in the form that machines read, with the offset of Lima.
    var machineText: String {
        let time = LimaTime(self)
        return "\(time.date.machineText)T\(hourText):\(Digits.two(time.second))-05:00"
    }
}
