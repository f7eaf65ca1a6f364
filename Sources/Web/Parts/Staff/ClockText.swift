import Catalog
import HTML
import ReferralDomain

/// Says a length of time: `4:48` below one hour, `7 h 12 min` below two days, then `3 d`; `+` when it is over.
struct ClockText {
    let face: ClockFace
    let texts: Texts

    /// The clock as a number that runs by itself while it is below one hour and the script is there.
    var html: HTML {
        guard let left = face.left, let due = face.due else {
            return "<span class=\"clock\">\(texts[DeskText.noClock])</span>"
        }
        let runs = !face.isPaused && abs(left) < Self.hour
        let when = runs ? Attribute("data-due", String(due.millisecondsSinceEpoch)) : nil
        return "<b class=\"clock\(style)\"\(when)>\(Self.text(left, texts))</b>"
    }

    private var style: String {
        switch face.state {
        case .soon: " soon"
        case .late: " late"
        case .ok, .danger, .done, .paused, .open: ""
        }
    }

    /// What is left, in words; negative is over.
    static func text(_ left: Int64, _ texts: Texts) -> String {
        (left < 0 ? "+" : "") + length(abs(left), texts)
    }

    /// A length in milliseconds, in words.
    static func length(_ milliseconds: Int64, _ texts: Texts) -> String {
        let seconds = milliseconds / 1_000
        if milliseconds < hour { return "\(seconds / 60):\(Digits.two(Int(seconds % 60)))" }
        if milliseconds < 48 * hour {
            let minutes = seconds / 60
            return texts[
                DeskText.hours, ["hours": String(minutes / 60), "minutes": String(minutes % 60)]]
        }
        return texts[DeskText.days, ["days": String(milliseconds / (24 * hour))]]
    }

    private static let hour: Int64 = 3_600_000
}
