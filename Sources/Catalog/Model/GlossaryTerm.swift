/// One term of the field, explained.
public struct GlossaryTerm: CatalogItem {
    public let id: Identifier<GlossaryTerm>
    public let place: Place
    public let term: String
    public let short: String?
    public let text: String
    /// The part of the manual that has the entry: `1` or `glossary`.
    public let manual: String?
    public let institution: Identifier<Institution>?
    public let sources: [Identifier<Source>]
}
