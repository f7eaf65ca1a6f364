import Catalog
import RouteEngine

/// One step of the route as it is told: what, who, why, by when.
struct StepLine: Equatable, Sendable {
    let title: String
    /// Who acts.
    let owner: String
    /// Whom it is done with, where that is somebody else.
    let body: String?
    let state: State
    let because: [String]
    let sources: [String]
    /// The legal term in words; nil means that the law names none.
    let deadline: String?

    enum State: Equatable, Sendable {
        case required
        case byPrecaution
        case pending(on: [String])
    }

    init(_ step: RouteStep, in content: CatalogContent) {
        title = step.step.title
        let actor = content.institutions[step.step.actor] ?? step.institution
        owner = actor.shortName
        body = actor.id == step.institution.id ? nil : step.institution.shortName
        because = step.because
        sources = step.sources.map(\.cite)
        deadline = step.deadline?.legal
        state =
            switch step.status {
            case .required: .required
            case .requiredByPrecaution: .byPrecaution
            case .pending, .notNeeded: .pending(on: step.pendingOn.map(\.question))
            }
    }
}
