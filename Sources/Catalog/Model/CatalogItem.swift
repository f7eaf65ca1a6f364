/// An item that the catalogue knows by its id.
public protocol CatalogItem: Sendable {
    associatedtype Subject = Self
    var id: Identifier<Subject> { get }
    /// Where the item begins, for findings.
    var place: Place { get }
}
