import ReferralDomain
import Testing

/// Moments as people in Lima say them.
enum Lima {
    /// `2026-11-23 22:15`, with seconds and milliseconds where a border needs them: `2026-11-23 23:59:59.999`.
    static func at(_ text: String) throws -> Instant {
        let parts = text.split(separator: " ")
        let clock = parts[1].count == 5 ? "\(parts[1]):00" : String(parts[1])
        return try #require(Instant(rfc3339: "\(parts[0])T\(clock)-05:00"), "\(text) is no moment")
    }

    static func day(_ text: String) throws -> PlainDate {
        try #require(PlainDate(iso: text), "\(text) is no day")
    }

    /// The minute of a moment, `2026-11-23 22:15`; a day's last millisecond reads `2026-11-23 end`.
    static func text(_ instant: Instant) -> String {
        let time = LimaTime(instant)
        return "\(time.date.iso) \(time.millisecondOfDay == 86_399_999 ? "end" : time.clock)"
    }
}
