import Catalog

/// The manual as a page: everything the catalogue says, in ten sections.
struct ManualModel: Equatable, Sendable {
    let stages: [Stage]
    let chart: FlowChart
    let signs: [SignGroup]
    let conduct: [Conduct]
    let rights: [Cited]
    let duties: [DutyLine]
    let deadlines: [DeadlineLine]
    let institutions: [InstitutionEntry]
    let warnings: [Warning]
    let terms: [Term]
    let sources: [SourceLine]

    /// A place in the list of sources and how a jurist cites it.
    struct Citation: Equatable, Sendable {
        let id: String
        let cite: String
    }

    struct Cited: Equatable, Sendable {
        let text: String
        let citations: [Citation]
    }

    struct Stage: Equatable, Sendable {
        let number: Int
        let title: String
        let detail: String
        /// Who acts in this stage, each once.
        let owners: [String]
        let citations: [Citation]
    }

    struct SignGroup: Equatable, Sendable {
        let letter: Character
        let signs: [Sign]
    }

    struct Sign: Equatable, Sendable {
        let id: String
        let text: String
        let observed: Indicator.Observed
        let citations: [Citation]
    }

    struct Conduct: Equatable, Sendable {
        let `do`: String
        let dont: String
        let citations: [Citation]
    }

    struct DutyLine: Equatable, Sendable {
        let number: Int
        let text: String
        let owners: [String]
        let evidence: String
        let citations: [Citation]
    }

    struct DeadlineLine: Equatable, Sendable {
        let duty: String
        let who: String
        let to: String
        let legal: String
        let isVerified: Bool
        let citations: [Citation]
    }

    struct InstitutionEntry: Equatable, Sendable {
        let id: String
        let name: String
        let short: String?
        let role: String
        let does: [String]
        let convene: String
        let reachedThrough: [String]
        let citations: [Citation]
    }

    struct Warning: Equatable, Sendable {
        let topic: String
        let manualSays: String
        let lawSays: String
        let `do`: String
        let citations: [Citation]
    }

    struct Term: Equatable, Sendable {
        let term: String
        let short: String?
        let text: String
        let citations: [Citation]
    }

    struct SourceLine: Equatable, Sendable {
        let id: String
        let title: String
        let cite: String
        let says: String
        let isVerified: Bool
        let readOn: String?
    }
}
