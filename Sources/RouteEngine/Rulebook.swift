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

    public init(domains: [ValueSet], askable: FactSet, steps: [StepRule], levels: [ConditionProgram]) {
        self.domains = domains
        self.askable = askable
        self.steps = steps
        self.levels = levels
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

        for step in steps {
            let judgement = step.judge(knowledge)
            let status = Self.status(of: step, judged: judgement.verdict)
            let choice = step.chooseInstitution(knowledge)
            questions.formUnion(judgement.openFacts)
            if status != .notNeeded { questions.formUnion(choice.openFacts) }
            statuses.append(status)
            pendingOn.append(judgement.openFacts)
            institutions.append(choice.institution)
        }
        return Decision(
            statuses: statuses, pendingOn: pendingOn, institutions: institutions,
            questions: FactSet(bits: questions.bits & askable.bits), level: level(knowledge),
            order: order(knowledge))
    }

    /// The status of one step on what is known.
    public func status(ofStep step: Int, _ knowledge: Knowledge) -> StepStatus {
        Self.status(of: steps[step], judged: steps[step].judge(knowledge).verdict)
    }

    private static func status(of step: StepRule, judged verdict: Verdict) -> StepStatus {
        switch verdict {
        case .holds: .required
        case .fails: .notNeeded
        case .open: step.isPrecaution ? .requiredByPrecaution : .pending
        }
    }

    private func level(_ knowledge: Knowledge) -> UInt8 {
        for (number, condition) in levels.enumerated() where condition.judge(knowledge).verdict == .holds {
            return UInt8(number)
        }
        return UInt8(levels.count - 1)
    }

    private func order(_ knowledge: Knowledge) -> [UInt8] {
        var first: [UInt8] = []
        var rest: [UInt8] = []
        rest.reserveCapacity(steps.count)
        for (number, step) in steps.enumerated() {
            if let test = step.firstOnceSettled, test.isSettled(knowledge) {
                first.append(UInt8(number))
            } else {
                rest.append(UInt8(number))
            }
        }
        return first.isEmpty ? rest : first + rest
    }
}
