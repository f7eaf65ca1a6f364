public import ReferralDomain
import RouteEngine

extension ProtocolCatalog {
    /// The facts that are derived from place and hour, never asked.
    public enum Derived {
        public static let fiscalDistrict: Identifier<Fact> = "fiscal-district"
        public static let officeHours: Identifier<Fact> = "office-hours"
    }

    /// What is known of a situation, the facts of place and hour included.
    ///
    /// - Throws: `Situation.Misread` for a district, fact or value that the catalogue does not have.
    public func knowledge(of situation: Situation) throws(Situation.Misread) -> Knowledge {
        var known = rulebook.nothingKnown
        for (id, value) in situation.answers {
            let (fact, position) = try answer(id, value)
            known.learn(.only(position), of: fact)
        }
        if let id = situation.district {
            guard let district = content.districts[id] else { throw .district(id.text) }
            settle(Derived.fiscalDistrict, district.fiscalDistrict.text, in: &known)
        }
        let isOpen = calendar.isOpen(at: LimaTime(situation.at))
        settle(Derived.officeHours, isOpen ? "yes" : "no", in: &known)
        return known
    }

    /// The route of a situation.
    ///
    /// - Throws: `Situation.Misread` for a district, fact or value that the catalogue does not have.
    public func route(of situation: Situation) throws(Situation.Misread) -> Route {
        let known = try knowledge(of: situation)
        let decision = rulebook.decide(known)
        let district = situation.district.flatMap { content.districts[$0] }
        return Route(
            situation: situation, district: district,
            allSteps: decision.order.map { routeStep(Int($0), decision, known, situation, district) },
            nextQuestions: decision.questions.positions.map { content.facts[$0] },
            level: content.levels[Int(decision.level)])
    }

    /// The facts that could still change the route of a situation, the most urgent first.
    ///
    /// The same that `route` names, without its fifty steps.
    ///
    /// - Throws: `Situation.Misread` for a district, fact or value that the catalogue does not have.
    public func nextQuestions(in situation: Situation) throws(Situation.Misread) -> [Fact] {
        rulebook.decide(try knowledge(of: situation)).questions.positions.map { content.facts[$0] }
    }

    private func routeStep(
        _ number: Int, _ decision: Decision, _ known: Knowledge, _ situation: Situation, _ district: District?
    ) -> RouteStep {
        let step = content.steps[number]
        let institution = content.institutions[Int(decision.institutions[number])]
        let further = step.reasons.filter { $0.when.verdict(on: known, of: content.facts) == .holds }
        let status = decision.statuses[number]
        return RouteStep(
            step: step, status: status,
            pendingOn: status == .required || status == .notNeeded
                ? [] : decision.pendingOn[number].positions.map { content.facts[$0] },
            institution: institution,
            because: [step.because] + further.map(\.say),
            sources: step.sources.compactMap { content.sources[$0] },
            contacts: contacts(
                of: [institution.id] + step.beside, serving: district,
                isOfficeTime: calendar.isOpen(at: LimaTime(situation.at))),
            deadline: step.deadline.flatMap { content.deadlines[$0] })
    }

    private func answer(
        _ id: Identifier<Fact>, _ value: String
    ) throws(Situation.Misread) -> (fact: Int, value: Int) {
        guard let fact = content.facts.position(of: id) else { throw .fact(id.text) }
        guard content.facts[fact].asked != .derived else { throw .derivedFact(id.text) }
        guard let position = content.facts[fact].position(ofValue: value) else {
            throw .value(fact: id.text, value: value, allowed: content.facts[fact].values.map(\.id))
        }
        return (fact, position)
    }

    private func settle(_ id: Identifier<Fact>, _ value: String, in known: inout Knowledge) {
        guard let fact = content.facts.position(of: id) else { return }
        guard let position = content.facts[fact].position(ofValue: value) else { return }
        known.learn(.only(position), of: fact)
    }
}

extension Condition {
    /// Judges a condition as it is written, for reasons and remarks outside the engine.
    public func verdict(on known: Knowledge, of facts: IndexedList<Fact>) -> Verdict {
        switch self {
        case .always: return .holds
        case .test(let id, let values, _):
            guard let number = facts.position(of: id) else { return .fails }
            let wanted = values.compactMap { facts[number].position(ofValue: $0) }
            return known[number].verdict(in: ValueSet(bits: wanted.reduce(0) { $0 | 1 << UInt8($1) }))
        case .all(let parts): return parts.map { $0.verdict(on: known, of: facts) }.min() ?? .holds
        case .any(let parts): return parts.map { $0.verdict(on: known, of: facts) }.max() ?? .fails
        case .not(let part): return part.verdict(on: known, of: facts).negated
        }
    }
}
