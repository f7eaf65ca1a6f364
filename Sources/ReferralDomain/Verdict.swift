/// What is known of a condition, ordered so that `max` means "or" and `min` means "and".
///
/// Unknown is not no: `open` says that the facts known so far leave both outcomes possible.
public enum Verdict: UInt8, Comparable, Sendable {
    case fails
    case open
    case holds

    /// `not` swaps the settled verdicts and leaves what is open open.
    public var negated: Verdict {
        switch self {
        case .fails: .holds
        case .open: .open
        case .holds: .fails
        }
    }

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
}
