public import CaseRegister

/// The units that have accounts, as those who send to them see them.
public protocol UnitBook: Sendable {
    func units() async throws(JournalFault) -> [UnitCard]
}

/// One unit: a control centre, an office of an institution.
public struct UnitCard: Hashable, Sendable {
    public let id: UnitID
    /// An institution of the catalogue.
    public let institution: String
    /// What people call it, such as "UPE Lima Norte".
    public let name: String
    /// The UBIGEO of its municipality; nil for a unit that belongs to none.
    public let municipality: String?
    /// The districts that it serves; empty for all.
    public let districts: [String]

    public init(
        id: UnitID, institution: String, name: String, municipality: String? = nil, districts: [String] = []
    ) {
        self.id = id
        self.institution = institution
        self.name = name
        self.municipality = municipality
        self.districts = districts
    }

    /// Whether it answers for a district; one that nobody named is everybody's.
    public func serves(_ district: String?) -> Bool {
        guard let district, !districts.isEmpty else { return true }
        return districts.contains(district)
    }
}
