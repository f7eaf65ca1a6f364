import ReferralDomain

extension PlainDate {
    /// The day as people in Peru write it, such as `23/11/2026`.
    var text: String { "\(Digits.two(day))/\(Digits.two(month))/\(year)" }

    /// The day as machines read it, such as `2026-11-23`.
    var machineText: String { "\(year)-\(Digits.two(month))-\(Digits.two(day))" }
}
