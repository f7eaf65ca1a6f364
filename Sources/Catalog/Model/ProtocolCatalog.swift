public import ReferralDomain
public import RouteEngine

/// The whole protocol as values: everything `Catalog/` says, checked and compiled.
public struct ProtocolCatalog: Sendable {
    public let edition: Edition
    /// Fingerprint of every file, 64 hexadecimal digits.
    public let hash: String
    public let content: CatalogContent
    public let rulebook: Rulebook
    public let calendar: OfficeCalendar
}
