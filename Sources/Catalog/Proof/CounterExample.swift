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

    /// A situation in which a step betrays a rule.
    init(
        _ catalog: ProtocolCatalog, _ knowledge: Knowledge, step: Int, district: District? = nil,
        isOfficeTime: Bool? = nil
    ) {
        known = catalog.content.facts.enumerated().compactMap { number, fact in
            knowledge[number].answer.map { (fact, fact.values[$0]) }
        }
        self.district = district
        self.isOfficeTime = isOfficeTime
        self.step = catalog.content.steps[step]
        status = catalog.rulebook.status(ofStep: step, knowledge)
        let chosen = catalog.rulebook.institution(ofStep: step, knowledge)
        institution = catalog.content.institutions[Int(chosen)]
    }

    /// A rule that is broken whatever is known: by a body, or by something that the catalogue lacks.
    init(_ institution: Institution? = nil) {
        known = []
        district = nil
        isOfficeTime = nil
        step = nil
        status = nil
        self.institution = institution
    }
}
