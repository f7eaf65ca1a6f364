public import CaseRegister
public import ReferralDomain
public import Sealing

/// Who asks the vault, with the unit's keys as the session unlocked them.
public struct KeyHolder: Sendable {
    public let acting: Acting
    /// Nil where the session has none: then only what nobody has sealed before can be sealed.
    public let keys: UnitKeyPair?
    /// Until when the second factor counts as fresh; nil where it does not.
    public let steppedUpUntil: Instant?

    public init(_ acting: Acting, keys: UnitKeyPair?, steppedUpUntil: Instant? = nil) {
        self.acting = acting
        self.keys = keys
        self.steppedUpUntil = steppedUpUntil
    }
}
