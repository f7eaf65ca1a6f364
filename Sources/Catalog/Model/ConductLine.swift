/// One line of the card of conduct.
public struct ConductLine: CatalogItem {
    public let id: Identifier<ConductLine>
    public let place: Place
    public let `do`: String
    public let dont: String
    public let sources: [Identifier<Source>]
    /// Shown on the last street page.
    public let isOnStreet: Bool
}
