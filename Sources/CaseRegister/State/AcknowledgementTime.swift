public import ReferralDomain

/// How long an institution takes to acknowledge: the middle of its newest acknowledgements.
///
/// A middle, since one referral that nobody saw for a week says nothing about the others. It is read from so many
/// acknowledgements at most, so that it costs the same in a town of any size.
public enum AcknowledgementTime {
    /// How many of the newest acknowledgements of an institution count.
    public static let most = 100
    /// Below so many nothing is said: a middle of two says how long one person took.
    public static let fewest = 5
    /// How far back they count, in days.
    public static let days = 90

    /// The moment after which an acknowledgement must lie to count.
    public static func oldest(at now: Instant) -> Instant {
        now.adding(milliseconds: -Int64(days) * 86_400_000)
    }

    /// The middle of these times, in milliseconds; nil where they are too few.
    public static func middle(of waits: [Int64]) -> Int64? {
        guard waits.count >= fewest else { return nil }
        let sorted = waits.sorted()
        let upper = sorted[sorted.count / 2]
        guard sorted.count.isMultiple(of: 2) else { return upper }
        let lower = sorted[sorted.count / 2 - 1]
        return lower + (upper - lower) / 2
    }
}
