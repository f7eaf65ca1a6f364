import Dispatch
import Foundation
public import ReferralDomain

/// The machine's clock; the one place where "now" is read.
public enum SystemClock {
    /// A clock that only goes forward; its zero means nothing.
    static let nanoseconds: @Sendable () -> UInt64 = { DispatchTime.now().uptimeNanoseconds }

    public static func now() -> Instant {
        Instant(millisecondsSinceEpoch: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}
