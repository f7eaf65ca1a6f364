/// Who must not be told while an authority may be implicated; its id is a value of `official-implicated`.
public struct ImplicatedRow: CatalogItem {
    public let id: Identifier<ImplicatedRow>
    public let place: Place
    public let institutions: [Identifier<Institution>]
    public let because: String
    public let sources: [Identifier<Source>]
}
