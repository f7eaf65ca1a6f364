import ReferralDomain
import RouteEngine

/// Checks rules for sense: each can fire, each question is used, each step can be reached by somebody.
struct RuleCheck {
    let content: CatalogContent
    let rulebook: Rulebook

    var findings: [Finding] {
        content.steps.enumerated().flatMap { reach($1, rulebook.steps[$0]) }
            + content.steps.flatMap(contacts) + questions + levels
    }

    /// A condition that no situation can make hold is a rule that is never reached.
    private func reach(_ step: Step, _ rule: StepRule) -> [Finding] {
        var found: [Finding] = []
        if !canHold(rule.condition) {
            found.append(Finding(.ruleNeverReached, at: step.place, ["id": step.id.text]))
        }
        if step.isPrecaution, rule.condition.facts.isEmpty {
            found.append(Finding(.precautionSettled, at: step.place, ["id": step.id.text]))
        }
        for (number, variant) in rule.variants.enumerated() {
            let earlier = rule.variants[..<number].map(\.condition)
            if !canHold(variant.condition, unless: earlier) {
                found.append(
                    Finding(
                        .ruleNeverReached, at: step.place,
                        ["id": step.institutionWhen[number].institution.text]))
            }
        }
        let compiler = CatalogCompiler(content: content)
        for reason in step.reasons where !canHold(compiler.program(reason.when), and: [rule.condition]) {
            found.append(
                Finding(
                    .ruleNeverReached, at: reason.when.tests.first?.place ?? step.place, ["id": step.id.text])
            )
        }
        return found
    }

    private var levels: [Finding] {
        guard let last = content.levels.last else { return [] }
        var found: [Finding] = []
        for (number, level) in content.levels.enumerated()
        where !canHold(rulebook.levels[number], unless: Array(rulebook.levels[..<number])) {
            found.append(Finding(.ruleNeverReached, at: level.place, ["id": level.id.text]))
        }
        if case .always = last.when { return found }
        return found + [Finding(.lastLevelMustHold, at: last.place, ["id": last.id.text])]
    }

    /// Every institution that a step can name has a contact in every district.
    private func contacts(_ step: Step) -> [Finding] {
        let bodies = [step.institution] + step.institutionWhen.map(\.institution)
        return bodies.filter { body in
            content.districts.contains { district in
                !content.contacts.contains { $0.institution == body && $0.serves(district) }
                    && canName(body, step, in: district)
            }
        }.map { Finding(.noContact, at: step.place, ["id": step.id.text, "institution": $0.text]) }
    }

    /// Whether a step can name a body in a district: the variants see the fiscal district.
    private func canName(_ body: Identifier<Institution>, _ step: Step, in district: District) -> Bool {
        guard let number = content.steps.position(of: step.id),
            let fact = content.facts.position(of: "fiscal-district"),
            let value = content.facts[fact].position(ofValue: district.fiscalDistrict.text)
        else { return true }
        let rule = rulebook.steps[number]
        var canName = false
        Situations(of: rule.facts.union(.only(fact)), in: rulebook).forEachSettled { known in
            if known[fact].answer == value, !canName {
                let chosen = rulebook.institution(ofStep: number, known)
                canName =
                    rulebook.status(ofStep: number, known) == .required
                    && content.institutions[Int(chosen)].id == body
            }
        }
        return canName
    }

    /// A question that no condition, reason or level uses is asked for nothing.
    private var questions: [Finding] {
        var used: Set<Identifier<Fact>> = []
        for step in content.steps {
            let conditions = [step.when] + step.institutionWhen.map(\.when) + step.reasons.map(\.when)
            used.formUnion(conditions.flatMap(\.tests).map(\.fact))
            if step.abroad != nil || step.isFirstAbroad { used.insert("abroad") }
        }
        used.formUnion(content.levels.flatMap { $0.when.tests.map(\.fact) })
        return content.facts.filter { !used.contains($0.id) }
            .map { Finding(.questionNobodyUses, at: $0.place, ["id": $0.id.text]) }
    }

    /// Whether some settled situation makes a condition hold, others hold with it, and earlier ones not.
    private func canHold(
        _ program: ConditionProgram, and together: [ConditionProgram] = [],
        unless earlier: [ConditionProgram] = []
    ) -> Bool {
        var facts = program.facts
        for other in together + earlier { facts.formUnion(other.facts) }
        // Too many facts to walk through: the proof covers those, and a level is judged alone.
        if facts.count > 12 { return canHold(program) }
        var found = false
        Situations(of: facts, in: rulebook).forEachSettled { known in
            guard !found else { return }
            found =
                program.judge(known).verdict == .holds
                && together.allSatisfy { $0.judge(known).verdict == .holds }
                && !earlier.contains { $0.judge(known).verdict == .holds }
        }
        return found
    }
}
