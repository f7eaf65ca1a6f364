/// Items in the order of their files, found by id as well.
///
/// Its few readers are inlined: a page asks hundreds of times for one word of an item, and else each answer would
/// be a copy of the whole item.
public struct IndexedList<Item: CatalogItem>: Sendable, RandomAccessCollection {
    public let items: [Item]
    @usableFromInline let positions: [Identifier<Item.Subject>: Int]

    /// Keeps the first of two items with one id; the check names the second.
    public init(_ items: [Item]) {
        self.items = items
        positions = Dictionary(
            items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @inlinable public subscript(_ id: Identifier<Item.Subject>) -> Item? { positions[id].map { items[$0] } }

    @inlinable public func position(of id: Identifier<Item.Subject>) -> Int? { positions[id] }

    @inlinable public var startIndex: Int { items.startIndex }
    @inlinable public var endIndex: Int { items.endIndex }
    @inlinable public subscript(position: Int) -> Item { items[position] }
}
