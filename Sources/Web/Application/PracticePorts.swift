public import Access

/// What the pages of a practice house need.
public struct PracticePorts: Sendable {
    public let book: any DrillBook

    public init(book: any DrillBook) { self.book = book }
}
