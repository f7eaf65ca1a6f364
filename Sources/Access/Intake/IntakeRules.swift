public import CaseRegister
import ReferralDomain

/// What the intake asks of the catalogue in force; the register and the catalogue do not know each other.
public struct IntakeRules: Sendable {
    /// The hash of the catalogue in force.
    public let catalogHash: String
    /// Whether every word of a report is one of the catalogue in force.
    public let knows: @Sendable (StreetReport) -> Bool
    /// Whether the catalogue has a district.
    public let hasDistrict: @Sendable (String) -> Bool

    public init(
        catalogHash: String, knows: @escaping @Sendable (StreetReport) -> Bool,
        hasDistrict: @escaping @Sendable (String) -> Bool
    ) {
        self.catalogHash = catalogHash
        self.knows = knows
        self.hasDistrict = hasDistrict
    }
}
