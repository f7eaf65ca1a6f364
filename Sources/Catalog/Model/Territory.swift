public import ReferralDomain

/// A point on the map, in degrees (WGS 84).
public struct Position: Equatable, Sendable {
    public let latitude: Double
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// One of the 50 districts of Metropolitan Lima and Callao; its id is the UBIGEO code of INEI.
public struct District: CatalogItem {
    public let id: Identifier<District>
    public let place: Place
    /// The code by which RENIEC knows the same district.
    public let reniec: String
    public let name: String
    public let province: Province
    public let fiscalDistrict: Identifier<FiscalDistrict>
    /// The child-protection office of the zone.
    public let childProtectionOffice: Identifier<Contact>
    public let centroid: Position
    public let centroidKind: CentroidKind
    public let note: String?

    public enum Province: String, CaseIterable, Sendable { case lima, callao }
    public enum CentroidKind: String, CaseIterable, Sendable { case polygon, capital }
}

/// The territory of one group of prosecutors.
public struct FiscalDistrict: CatalogItem {
    public let id: Identifier<FiscalDistrict>
    public let place: Place
    public let name: String
    /// `fistrap` where a specialised office has a known number, else `duty-prosecutor`.
    public let prosecutor: Identifier<Institution>
    /// Whom to call when the first does not answer.
    public let secondCall: [Identifier<Contact>]
    public let sources: [Identifier<Source>]
    public let note: String?
}

/// A national holiday of Peru; its id is the date.
public struct Holiday: CatalogItem {
    public let id: Identifier<Holiday>
    public let place: Place
    public let date: PlainDate
    public let name: String
    public let source: Identifier<Source>
}
