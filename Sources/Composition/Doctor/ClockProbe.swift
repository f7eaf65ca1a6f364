import CKernel
import ReferralDomain

/// What the machine's clock says, and whether anything keeps it right.
public struct ClockProbe: Sendable {
    let now: @Sendable () -> Instant
    /// Whether the kernel says that a time service keeps it; nil where it does not say.
    let isKept: @Sendable () -> Bool?

    /// The machine's own.
    public static let system = ClockProbe(now: SystemClock.now) {
        switch kernel_clock_is_kept() {
        case 0: false
        case 1: true
        default: nil
        }
    }

    /// - Parameter newest: when the newest entry of the journal was recorded, in milliseconds since 1970.
    func finding(newest: Int64?) -> DoctorFinding {
        let behind = (newest ?? 0) - now().millisecondsSinceEpoch
        if behind > Self.allowedMilliseconds { return .clockBehind(seconds: behind / 1_000) }
        return switch isKept() {
        case true: .clockKept
        case false: .clockNotKept
        case nil: .clockUnknown
        }
    }

    /// Between two programs of one house.
    private static let allowedMilliseconds: Int64 = 2_000
}
