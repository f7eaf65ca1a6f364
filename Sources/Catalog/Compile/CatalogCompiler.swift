import ReferralDomain
import RouteEngine

/// Turns the items of the catalogue into the numbers on which the engine works.
///
/// It never fails: what cannot be compiled was already found by the check, and a catalogue with a finding is not used.
struct CatalogCompiler {
    let content: CatalogContent

    var rulebook: Rulebook {
        var askable = FactSet()
        for (number, fact) in content.facts.enumerated() where fact.asked != .derived && number < 64 {
            askable.insert(number)
        }
        return Rulebook(
            domains: content.facts.map { .all(count: min($0.values.count, 8)) }, askable: askable,
            steps: content.steps.map(compile), levels: content.levels.map { program($0.when) })
    }

    func program(_ condition: Condition) -> ConditionProgram {
        var bytes: [UInt8] = []
        write(condition, to: &bytes)
        return ConditionProgram(unchecked: bytes)
    }

    private func compile(_ step: Step) -> StepRule {
        StepRule(
            phase: step.phase, condition: program(step.when), isPrecaution: step.isPrecaution,
            institution: number(of: step.institution),
            variants: step.institutionWhen.map {
                .init(condition: program($0.when), institution: number(of: $0.institution))
            },
            settled: .init(
                off: step.abroad == .off ? abroad : nil, on: step.abroad == .on ? abroad : nil,
                first: step.isFirstAbroad ? abroad : nil))
    }

    /// The person is known to be outside Peru.
    private var abroad: SettledTest? {
        guard let fact = content.facts.position(of: "abroad") else { return nil }
        return content.facts[fact].position(ofValue: "yes").map { SettledTest(fact: fact, values: .only($0)) }
    }

    private func number(of institution: Identifier<Institution>) -> UInt8 {
        UInt8(clamping: content.institutions.position(of: institution) ?? 255)
    }

    private func write(_ condition: Condition, to bytes: inout [UInt8]) {
        switch condition {
        case .always: bytes += [ConditionProgram.Operation.all, 0]
        case .test(let id, let values, _):
            guard let fact = content.facts.position(of: id) else { return never(&bytes) }
            let positions = values.compactMap { content.facts[fact].position(ofValue: $0) }
            let mask = positions.filter { $0 < 8 }.reduce(UInt8(0)) { $0 | 1 << UInt8($1) }
            bytes += [ConditionProgram.Operation.test, UInt8(clamping: fact), mask]
        case .all(let parts):
            bytes += [ConditionProgram.Operation.all, UInt8(clamping: parts.count)]
            for part in parts { write(part, to: &bytes) }
        case .any(let parts):
            bytes += [ConditionProgram.Operation.any, UInt8(clamping: parts.count)]
            for part in parts { write(part, to: &bytes) }
        case .not(let part):
            bytes.append(ConditionProgram.Operation.not)
            write(part, to: &bytes)
        }
    }

    /// A condition on a fact that does not exist; the check has named it.
    private func never(_ bytes: inout [UInt8]) { bytes += [ConditionProgram.Operation.any, 0] }
}
