import CaseRegister
import ReferralDomain

extension Stamp {
    /// The guard in the street, so many milliseconds after 1970.
    static func street(at milliseconds: Int64) -> Stamp {
        Stamp(actor: .street, instant: Instant(millisecondsSinceEpoch: milliseconds))
    }
}
