public import CaseRegister
public import Catalog
import ReferralDomain

extension ProtocolRules {
    /// What the register needs of a catalogue.
    ///
    /// The register cannot see the catalogue; ids and numbers are all that crosses. A kind of obligation that the
    /// catalogue does not name has no rungs and no goal.
    public init(_ catalog: ProtocolCatalog) {
        let content = catalog.content
        self.init(
            catalogHash: catalog.hash,
            timeRules: Dictionary(
                content.deadlines.map { ($0.id.text, TimeRule($0)) }, uniquingKeysWith: { first, _ in first }),
            duties: content.duties.map(DutyRule.init), ladder: Ladder(content.ladder),
            calendar: catalog.calendar, lists: Lists(content))
    }
}

extension ProtocolRules.TimeRule {
    /// A rule of time with all its versions, the one in force first.
    init(_ deadline: Deadline) {
        let versions = [Version(from: deadline.since, term: ProtocolRules.Term(deadline.terms.counted))]
        self.init(
            id: deadline.id.text,
            versions: versions
                + deadline.earlier.map { Version(from: $0.from, term: ProtocolRules.Term($0.terms.counted)) },
            targetMilliseconds: deadline.targetMilliseconds)
    }
}

extension ProtocolRules.Term {
    /// The one term that a clock counts; nil where the law gives no number.
    init?(_ term: Deadline.Term?) {
        guard let term else { return nil }
        switch term.unit {
        case .hours: self.init(term.amount, .hours)
        case .days: self.init(term.amount, .days)
        case .workingDays: self.init(term.amount, .workingDays)
        }
    }
}

extension ProtocolRules.DutyRule {
    /// A duty is owed under the condition of its step: always, to a Peruvian abroad, or to a foreign person.
    init(_ duty: Duty) {
        let condition: Condition =
            switch duty.step.text {
            case "duty-return": .abroad
            case "duty-repatriation": .foreign
            default: .always
            }
        self.init(
            id: duty.id.text, owners: duty.owners.map(\.text), months: duty.months, condition: condition)
    }
}

extension ProtocolRules.Ladder {
    init(_ rows: IndexedList<LadderRow>) {
        var rungs: [Obligation.Kind: [Int64]] = [:]
        var goals: [Obligation.Kind: Int64] = [:]
        for kind in Obligation.Kind.allCases {
            guard let row = rows[Identifier(kind.rawValue)] else { continue }
            rungs[kind] = row.rungsMilliseconds
            goals[kind] = row.goalMilliseconds
        }
        let silence = rows[Identifier(Obligation.Kind.serve.rawValue)]?.keepInLoopMilliseconds
        self.init(rungs: rungs, goals: goals, keepInLoopMilliseconds: silence ?? 7 * 86_400_000)
    }
}

extension ProtocolRules.Lists {
    init(_ content: CatalogContent) {
        let centre = "serenazgo"
        self.init(
            codes: Dictionary(
                content.codes.map { ($0.id.text, Set($0.codes.map(\.id))) },
                uniquingKeysWith: { first, _ in first }),
            implicated: Dictionary(
                content.implicated.map { ($0.id.text, Set($0.institutions.map(\.text))) },
                uniquingKeysWith: { first, _ in first }),
            centre: centre, dataKeeper: "municipality",
            toldSteps: Set(content.steps.filter { $0.actor.text == centre }.map(\.id.text)),
            consentSteps: Self.consentSteps(content))
    }

    private static func consentSteps(_ content: CatalogContent) -> [String: Purpose] {
        var purposes: [String: Purpose] = [:]
        for code in content.codes["consent-steps"]?.codes ?? [] {
            purposes[code.id] = code.purpose.flatMap(Purpose.init)
        }
        return purposes
    }
}
