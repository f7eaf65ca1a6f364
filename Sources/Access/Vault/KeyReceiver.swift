public import CaseRegister
public import Sealing

/// A unit to which keys may be wrapped.
public struct KeyReceiver: Hashable, Sendable {
    public let unit: UnitID
    /// An institution of the catalogue: the policy goes by it.
    public let institution: String
    public let key: UnitPublicKey

    public init(_ unit: UnitID, of institution: String, key: UnitPublicKey) {
        self.unit = unit
        self.institution = institution
        self.key = key
    }
}
