public import RouteEngine

/// The recommended path of one situation, in the words of the catalogue.
public struct Route: Sendable {
    public let situation: Situation
    public let district: District?
    /// Every step, needed or not, in the order in which they should be done.
    public let allSteps: [RouteStep]
    /// The unknown facts that can still change the route, most urgent first.
    public let nextQuestions: [Fact]
    public let level: Level

    /// Every step that is not ruled out.
    public var steps: [RouteStep] { allSteps.filter { $0.status != .notNeeded } }

    public subscript(_ step: Identifier<Step>) -> RouteStep? { allSteps.first { $0.step.id == step } }
}

/// One step of a route: what, by whom, why, and whom to call.
public struct RouteStep: Sendable {
    public let step: Step
    public let status: StepStatus
    /// The facts on which a pending or precautionary step hangs.
    public let pendingOn: [Fact]
    public let institution: Institution
    /// Why it is owed, in plain sentences.
    public let because: [String]
    public let sources: [Source]
    /// Whom to call, the one most likely to answer now first.
    public let contacts: [Contact]
    /// Nil means "sin plazo legal".
    public let deadline: Deadline?
}
