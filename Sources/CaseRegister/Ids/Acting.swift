public import ReferralDomain

/// Who acts, for which unit and in which role; an argument of every act, never ambient.
public struct Acting: Hashable, Sendable {
    public let account: ActorID
    public let unit: UnitID
    /// The institution of the catalogue that the unit belongs to, such as `upe` or `serenazgo`.
    public let institution: String
    public let role: Role
    /// The UBIGEO of the municipality; nil for a unit that belongs to none.
    public let municipality: String?

    public init(
        account: ActorID, unit: UnitID, institution: String, role: Role, municipality: String? = nil
    ) {
        self.account = account
        self.unit = unit
        self.institution = institution
        self.role = role
        self.municipality = municipality
    }
}
