import ReferralDomain

/// When sightings happen: rarely in the morning, mostly between ten at night and three.
enum PracticeHours {
    /// The same day at an hour of the street.
    static func move(_ day: Instant, with dice: inout PracticeDice) -> Instant {
        let date = LimaTime(day).date
        let hour = dice.pick(
            21, [(22, 22), (20, 23), (14, 0), (10, 1), (7, 2), (6, 20), (5, 19), (4, 15), (4, 11), (3, 8)])
        return LimaTime(date: date, hour: hour, minute: Int.random(in: 0..<60, using: &dice)).instant
            .adding(milliseconds: dice.minutes(0...1))
    }
}
