import ReferralDomain
import RouteEngine

/// One walk over situations: counts them, and keeps the first that breaks the rule.
///
/// A class, because a walk counts while it looks; it never leaves the thread that proves.
final class ProofWalk {
    let catalog: ProtocolCatalog
    private(set) var visited = 0
    private(set) var counterExample: CounterExample?

    init(catalog: ProtocolCatalog) { self.catalog = catalog }

    var rulebook: Rulebook { catalog.rulebook }
    var content: CatalogContent { catalog.content }

    func prove(_ rule: HardRule) {
        switch rule {
        case .prosecutorIsAlwaysReached: proveProsecutor()
        case .doubtfulAgeIsProtected: proveDoubtfulAge()
        case .implicatedBodyIsNeverTold: proveImplicated()
        case .dangerStaysOn: proveDanger()
        case .everyStepIsWhole: proveWholeness()
        case .somebodyIsAlwaysTold: proveSomebodyTold()
        case .knowingMoreNeverHurts: proveMonotone()
        case .noShelterHasAnAddress: proveNoAddress()
        }
    }

    /// Counts one combination and keeps the counter-example where the rule does not hold in it.
    func expect(_ holds: Bool, else example: @autoclosure () -> CounterExample) {
        visited += 1
        if !holds, counterExample == nil { counterExample = example() }
    }

    // MARK: Lookups

    /// A step that a rule names; a catalogue without it breaks the rule.
    func step(_ id: Identifier<Step>) -> Int? {
        let number = content.steps.position(of: id)
        if number == nil { expect(false, else: CounterExample()) }
        return number
    }

    /// A fact and the position of one of its values.
    func value(_ fact: Identifier<Fact>, _ value: String) -> (fact: Int, value: Int)? {
        guard let number = content.facts.position(of: fact),
            let position = content.facts[number].position(ofValue: value)
        else {
            expect(false, else: CounterExample())
            return nil
        }
        return (number, position)
    }

    func facts(of steps: [Int]) -> FactSet {
        steps.reduce(FactSet()) { $0.union(rulebook.steps[$1].facts) }
    }

    /// Every combination of some facts, unknown included.
    func combinations(of facts: FactSet) -> [Knowledge] {
        var all: [Knowledge] = []
        Situations(of: facts, in: rulebook).forEach { all.append($0) }
        return all
    }

    /// The districts in which a combination can stand: those of its fiscal district, or all.
    func districts(of known: Knowledge) -> [District] {
        guard let fact = content.facts.position(of: ProtocolCatalog.Derived.fiscalDistrict),
            let answer = known[fact].answer
        else { return content.districts.items }
        let part = content.facts[fact].values[answer].id
        return content.districts.filter { $0.fiscalDistrict.text == part }
    }
}
