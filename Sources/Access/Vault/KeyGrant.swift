public import CaseRegister
public import ReferralDomain

/// That a unit can open a compartment.
public struct KeyGrant: Hashable, Sendable {
    public let compartment: Compartment
    public let unit: UnitID

    public init(_ compartment: Compartment, _ unit: UnitID) {
        self.compartment = compartment
        self.unit = unit
    }
}
