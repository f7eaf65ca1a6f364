/// Items in the order of their files, found by id as well.
public struct IndexedList<Item: CatalogItem>: Sendable, RandomAccessCollection {
    public let items: [Item]
    private let positions: [Identifier<Item.Subject>: Int]

    /// Keeps the first of two items with one id; the check names the second.
    public init(_ items: [Item]) {
        self.items = items
        positions = Dictionary(
            items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(_ id: Identifier<Item.Subject>) -> Item? { positions[id].map { items[$0] } }

    public func position(of id: Identifier<Item.Subject>) -> Int? { positions[id] }

    public var startIndex: Int { items.startIndex }
    public var endIndex: Int { items.endIndex }
    public subscript(position: Int) -> Item { items[position] }
}
