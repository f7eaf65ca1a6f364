import ReferralDomain

/// The rules of a rulebook laid out for deciding: every program in one row of bytes, every step a few plain numbers.
///
/// Nothing in it is shared or counted, so that a decision over all steps copies no array; this is where the engine
/// spends its time.
struct DecisionPlan: Equatable, Sendable {
    private var code: [UInt8] = []
    private var steps: [PlannedStep] = []
    private var variants: [PlannedVariant] = []
    private var levels: [Int] = []

    /// Where a step's programs begin, and what stands beside them.
    private struct PlannedStep: Equatable {
        let condition: Int
        let firstVariant: Int
        let variantCount: Int
        let institution: UInt8
        let isPrecaution: Bool
        let off: PlannedTest
        let on: PlannedTest
        let first: PlannedTest
    }

    private struct PlannedVariant: Equatable {
        let condition: Int
        let institution: UInt8
    }

    /// A settled test; `values` is empty where there is none, and the empty set is never settled.
    private struct PlannedTest: Equatable {
        let fact: UInt8
        let values: ValueSet

        init(_ test: SettledTest?) {
            fact = UInt8(test?.fact ?? 0)
            values = test?.values ?? ValueSet(bits: 0)
        }

        func isSettled(_ knowledge: Knowledge) -> Bool {
            !values.isEmpty && knowledge[Int(fact)].verdict(in: values) == .holds
        }
    }

    init(steps rules: [StepRule], levels programs: [ConditionProgram]) {
        for rule in rules {
            let firstVariant = variants.count
            for variant in rule.variants {
                variants.append(
                    PlannedVariant(condition: place(variant.condition), institution: variant.institution))
            }
            steps.append(
                PlannedStep(
                    condition: place(rule.condition), firstVariant: firstVariant,
                    variantCount: rule.variants.count, institution: rule.institution,
                    isPrecaution: rule.isPrecaution, off: PlannedTest(rule.offOnceSettled),
                    on: PlannedTest(rule.onOnceSettled), first: PlannedTest(rule.firstOnceSettled)))
        }
        for program in programs { levels.append(place(program)) }
    }

    private mutating func place(_ program: ConditionProgram) -> Int {
        defer { code += program.bytes }
        return code.count
    }

    /// Judges a step's condition after its settled tests.
    func judge(_ step: Int, _ knowledge: Knowledge) -> Judgement {
        if steps[step].off.isSettled(knowledge) { return .fails }
        if steps[step].on.isSettled(knowledge) { return .holds }
        var cursor = steps[step].condition
        return ConditionProgram.judge(code, at: &cursor, knowledge)
    }

    func status(_ step: Int, judged verdict: Verdict) -> StepStatus {
        switch verdict {
        case .holds: .required
        case .fails: .notNeeded
        case .open: steps[step].isPrecaution ? .requiredByPrecaution : .pending
        }
    }

    /// The institution on what is known, and the facts that could still name another.
    func chooseInstitution(_ step: Int, _ knowledge: Knowledge) -> (institution: UInt8, openFacts: FactSet) {
        var open = FactSet()
        let first = steps[step].firstVariant
        for number in first..<(first + steps[step].variantCount) {
            var cursor = variants[number].condition
            let judgement = ConditionProgram.judge(code, at: &cursor, knowledge)
            if judgement.verdict == .holds { return (variants[number].institution, open) }
            open.formUnion(judgement.openFacts)
        }
        return (steps[step].institution, open)
    }

    /// The number of the first level whose condition holds; the last where none does.
    func level(_ knowledge: Knowledge) -> UInt8 {
        for number in 0..<levels.count {
            var cursor = levels[number]
            if ConditionProgram.judge(code, at: &cursor, knowledge).verdict == .holds { return UInt8(number) }
        }
        return UInt8(levels.count - 1)
    }

    /// Whether a step stands before all others.
    func isFirst(_ step: Int, _ knowledge: Knowledge) -> Bool { steps[step].first.isSettled(knowledge) }
}
