/// One of the 56 signs, as seen from outside, volunteered or reported.
public struct Indicator: CatalogItem {
    public let id: Identifier<Indicator>
    public let place: Place
    public let text: String
    public let english: String
    public let weight: Weight
    public let elements: [Element]
    public let observed: Observed
    public let sourceNote: String
    public let sources: [Identifier<Source>]
    /// The wording on the street page, where the sign is offered there.
    public let short: String?
    public let isOnStreet: Bool
    /// What the sign says of facts that nobody has answered.
    public let implies: [ImpliedFact]

    /// How much the sources make of it; `listed` is named without weight, `trigger` forces referral by law.
    public enum Weight: String, CaseIterable, Sendable { case strong, medium, weak, listed, trigger }
    /// The element of the offence it speaks to (Código Penal art. 129-A).
    public enum Element: String, CaseIterable, Sendable { case act, means, purpose }
    public enum Observed: String, CaseIterable, Sendable { case seen, told, report }

    public struct ImpliedFact: Equatable, Sendable {
        public let fact: Identifier<Fact>
        public let value: String
    }
}
