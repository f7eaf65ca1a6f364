public import ReferralDomain

/// One act owed by one institution.
public struct Step: CatalogItem {
    public let id: Identifier<Step>
    public let place: Place
    public let phase: Phase
    public let actor: Identifier<Institution>
    public let institution: Identifier<Institution>
    public let institutionWhen: [InstitutionWhen]
    /// Institutions whose contacts are shown beside.
    public let beside: [Identifier<Institution>]
    /// What to do, as an imperative.
    public let title: String
    public let when: Condition
    public let isPrecaution: Bool
    /// Why the step is owed.
    public let because: String
    public let reasons: [Reason]
    public let abroad: Abroad?
    public let isFirstAbroad: Bool
    public let sources: [Identifier<Source>]
    /// Nil means "sin plazo legal".
    public let deadline: Identifier<Deadline>?
    /// What proves that it was done.
    public let evidence: String

    public struct InstitutionWhen: Sendable {
        public let when: Condition
        public let institution: Identifier<Institution>
    }

    /// A further reason, said while its condition holds.
    public struct Reason: Sendable {
        public let when: Condition
        public let say: String
    }

    /// What a settled `abroad` = yes does to the step (Reglamento de la Ley 28950, art. 26).
    public enum Abroad: String, CaseIterable, Sendable { case off, on }
}

extension Phase {
    /// The id of the phase in files and in JSON.
    public var id: String {
        switch self {
        case .safety: "safety"
        case .notify: "notify"
        case .prosecutor: "prosecutor"
        case .protection: "protection"
        case .followUp: "follow-up"
        }
    }

    public init?(id: String) {
        guard let phase = Phase.allCases.first(where: { $0.id == id }) else { return nil }
        self = phase
    }
}
