public import ReferralDomain

/// Which parts of a case one institution may open; its id is the institution's. "Quién verá qué".
public struct CompartmentRow: CatalogItem {
    public typealias Subject = Institution
    public let id: Identifier<Institution>
    public let place: Place
    /// In the order of `Compartment`; empty: clocks and duties only.
    public let sees: [Compartment]
    /// Whether it knows who the person is only until another body answers for the person.
    public let seesIdentityUntilHandOver: Bool
    /// Why, as the sender reads it.
    public let because: String
    public let sources: [Identifier<Source>]
}
