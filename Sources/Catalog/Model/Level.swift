/// How urgent a situation is; advice, never a gate.
public struct Level: CatalogItem {
    public let id: Identifier<Level>
    public let place: Place
    public let label: String
    public let advice: String
    public let when: Condition
}
