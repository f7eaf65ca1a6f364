import Catalog
import RouteEngine

/// One step of the route as it is told: what, who, why, by when.
struct StepLine: Equatable, Sendable {
    let title: String
    let owner: String
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

    init(_ step: RouteStep) {
        title = step.step.title
        owner = step.institution.shortName
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
