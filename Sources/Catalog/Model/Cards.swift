/// One of the nine duties of the manual (§2): what every institution owes the person, and for how long.
public struct Duty: CatalogItem {
    public let id: Identifier<Duty>
    public let place: Place
    /// 1 to 9, in the manual's order.
    public let number: Int
    public let step: Identifier<Step>
    public let text: String
    public let owners: [Identifier<Institution>]
    public let evidence: String
    /// ISO 8601 durations after which it is looked at again.
    public let cadence: [String]
    public let sources: [Identifier<Source>]
}

/// One right, in words that can be spoken to the person.
public struct Right: CatalogItem {
    public let id: Identifier<Right>
    public let place: Place
    public let text: String
    public let sources: [Identifier<Source>]
}

/// One line of the card of conduct.
public struct ConductLine: CatalogItem {
    public let id: Identifier<ConductLine>
    public let place: Place
    public let `do`: String
    public let dont: String
    public let sources: [Identifier<Source>]
    /// Shown on the last street page.
    public let isOnStreet: Bool
}

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

/// A point on which the manual and the law of today differ; shown plainly, never resolved in silence.
public struct HardWarning: CatalogItem {
    public let id: Identifier<HardWarning>
    public let place: Place
    public let topic: String
    public let manualSays: String
    public let lawSays: String
    public let `do`: String
    public let sources: [Identifier<Source>]
}

/// One stage of the route as it is drawn.
public struct FlowStage: CatalogItem {
    public let id: Identifier<FlowStage>
    public let place: Place
    public let number: Int
    public let title: String
    public let detail: String
    public let steps: [Identifier<Step>]
    public let sources: [Identifier<Source>]
}

/// How urgent a situation is; advice, never a gate.
public struct Level: CatalogItem {
    public let id: Identifier<Level>
    public let place: Place
    public let label: String
    public let advice: String
    public let when: Condition
}
