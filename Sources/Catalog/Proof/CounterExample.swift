import ReferralDomain
public import RouteEngine

/// A situation in which a hard rule fails.
public struct CounterExample: Sendable {
    /// What is known in it: facts that are answered, with the label of the answer.
    public let known: [(fact: Fact, value: Fact.Value)]
    public let district: District?
    /// Whether it is office time; nil where the hour does not matter.
    public let isOfficeTime: Bool?
    /// The step that betrays the rule, where one does.
    public let step: Step?
    public let status: StepStatus?
    public let institution: Institution?

    init(
        _ catalog: ProtocolCatalog, _ knowledge: Knowledge? = nil, step: Int? = nil, district: District? = nil,
        isOfficeTime: Bool? = nil, institution: Institution? = nil
    ) {
        known = knowledge.map { knowledge in
            catalog.content.facts.enumerated().compactMap { number, fact in
                knowledge[number].answer.map { (fact, fact.values[$0]) }
            }
        } ?? []
        self.district = district
        self.isOfficeTime = isOfficeTime
        self.step = step.map { catalog.content.steps[$0] }
        if let step, let knowledge {
            status = catalog.rulebook.status(ofStep: step, knowledge)
            let chosen = catalog.rulebook.steps[step].chooseInstitution(knowledge).institution
            self.institution = institution ?? catalog.content.institutions[Int(chosen)]
        } else {
            status = nil
            self.institution = institution
        }
    }
}
