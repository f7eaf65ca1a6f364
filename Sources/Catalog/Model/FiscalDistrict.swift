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
