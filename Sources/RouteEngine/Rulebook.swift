public import ReferralDomain

/// The compiled catalogue: every rule as numbers, and the one function that turns knowledge into a route.
///
/// The same source runs in the server, the command line and, as WebAssembly, on the phone.
public struct Rulebook: Equatable, Sendable {
    /// Every value of each fact.
    public let domains: [ValueSet]
    /// Facts that a person may be asked; the rest is derived from place and hour.
    public let askable: FactSet
    public let steps: [StepRule]
    /// From the most urgent level down; the last always holds.
    public let levels: [ConditionProgram]
    private let plan: DecisionPlan

    public init(domains: [ValueSet], askable: FactSet, steps: [StepRule], levels: [ConditionProgram]) {
        self.domains = domains
        self.askable = askable
        self.steps = steps
        self.levels = levels
        plan = DecisionPlan(steps: steps, levels: levels)
    }

    /// Knowing nothing.
    public var nothingKnown: Knowledge { Knowledge(domains: domains) }

    /// Decides on the whole route: pure, deterministic, and the same for every order of answers.
    public func decide(_ knowledge: Knowledge) -> Decision {
        var statuses: [StepStatus] = []
        var pendingOn: [FactSet] = []
        var institutions: [UInt8] = []
        statuses.reserveCapacity(steps.count)
        pendingOn.reserveCapacity(steps.count)
        institutions.reserveCapacity(steps.count)
        var questions = FactSet()

        for step in 0..<steps.count {
            let judgement = plan.judge(step, knowledge)
            let status = plan.status(step, judged: judgement.verdict)
            let choice = plan.chooseInstitution(step, knowledge)
            questions.formUnion(judgement.openFacts)
            if status != .notNeeded { questions.formUnion(choice.openFacts) }
            statuses.append(status)
            pendingOn.append(judgement.openFacts)
            institutions.append(choice.institution)
        }
        return Decision(
            statuses: statuses, pendingOn: pendingOn, institutions: institutions,
            questions: FactSet(bits: questions.bits & askable.bits), level: plan.level(knowledge),
            order: order(knowledge))
    }

    /// The status of one step on what is known.
    public func status(ofStep step: Int, _ knowledge: Knowledge) -> StepStatus {
        plan.status(step, judged: plan.judge(step, knowledge).verdict)
    }

    /// The institution of one step on what is known.
    public func institution(ofStep step: Int, _ knowledge: Knowledge) -> UInt8 {
        plan.chooseInstitution(step, knowledge).institution
    }

    private func order(_ knowledge: Knowledge) -> [UInt8] {
        var first: [UInt8] = []
        var rest: [UInt8] = []
        rest.reserveCapacity(steps.count)
        for step in 0..<steps.count {
            if plan.isFirst(step, knowledge) {
                first.append(UInt8(step))
            } else {
                rest.append(UInt8(step))
            }
        }
        return first.isEmpty ? rest : first + rest
    }
}
