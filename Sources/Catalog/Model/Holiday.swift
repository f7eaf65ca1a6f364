public import ReferralDomain

/// A national holiday of Peru; its id is the date.
public struct Holiday: CatalogItem {
    public let id: Identifier<Holiday>
    public let place: Place
    public let date: PlainDate
    public let name: String
    public let source: Identifier<Source>
}
