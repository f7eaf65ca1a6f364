import RouteEngine

/// The proof of the hard rules over every combination of facts, districts and hours that can change a verdict.
///
/// A status hangs only on the facts that its step's condition touches, and a contact only on district and hour. So each
/// rule walks over every combination of what it touches, unknown included, on the compiled rulebook that really decides;
/// what it does not touch cannot change its verdict, and each visited combination stands for all of those.
public struct CatalogProof: Sendable {
    /// One verdict a rule, in the order of their numbers.
    public let verdicts: [RuleVerdict]
    /// How many situations there are in all: every fact unknown or answered, every district, every hour of a week.
    public let situations: Double

    public var holds: Bool { verdicts.allSatisfy { $0.counterExample == nil } }

    /// What was found of one rule.
    public struct RuleVerdict: Sendable {
        public let rule: HardRule
        /// How many combinations were visited.
        public let visited: Int
        public let counterExample: CounterExample?
    }

    public init(_ catalog: ProtocolCatalog) {
        verdicts = HardRule.allCases.map { rule in
            let walk = ProofWalk(catalog: catalog)
            walk.prove(rule)
            return RuleVerdict(rule: rule, visited: walk.visited, counterExample: walk.counterExample)
        }
        let answers = catalog.content.facts.filter { $0.asked != .derived }
            .reduce(1.0) { $0 * Double($1.values.count + 1) }
        situations = answers * Double(catalog.content.districts.count) * 168
    }
}
