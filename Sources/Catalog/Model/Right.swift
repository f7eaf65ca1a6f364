/// One right, in words that can be spoken to the person.
public struct Right: CatalogItem {
    public let id: Identifier<Right>
    public let place: Place
    public let text: String
    public let sources: [Identifier<Source>]
}
