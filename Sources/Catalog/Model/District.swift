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
