import ReferralDomain

/// A moment as short as it stays clear: `00:02` today, `22/11 17:00` this year, `22/11/2025` before.
enum ShortMoment {
    static func text(_ instant: Instant, now: Instant) -> String {
        let day = LimaTime(instant).date
        let today = LimaTime(now).date
        if day == today { return instant.hourText }
        guard day.year == today.year else { return instant.dayText }
        return "\(Digits.two(day.day))/\(Digits.two(day.month)) \(instant.hourText)"
    }
}
