import ReferralDomain
import RouteEngine

/// Walks over every combination of some facts; the others stay unknown, for nothing looked at touches them.
struct Situations {
    let facts: [Int]
    private let rulebook: Rulebook

    init(of facts: FactSet, in rulebook: Rulebook) {
        self.facts = facts.positions
        self.rulebook = rulebook
    }

    /// How many situations ``forEach(_:)`` visits: each fact unknown or with one of its values.
    var count: Int { facts.reduce(1) { $0 * (rulebook.domains[$1].count + 1) } }

    /// Every fact either unknown or answered.
    func forEach(_ visit: (Knowledge) -> Void) {
        var known = rulebook.nothingKnown
        walk(0, withUnknown: true, &known, visit)
    }

    /// Every fact answered.
    func forEachSettled(_ visit: (Knowledge) -> Void) {
        var known = rulebook.nothingKnown
        walk(0, withUnknown: false, &known, visit)
    }

    private func walk(_ depth: Int, withUnknown: Bool, _ known: inout Knowledge, _ visit: (Knowledge) -> Void)
    {
        guard depth < facts.count else { return visit(known) }
        let fact = facts[depth]
        if withUnknown {
            known.assume(rulebook.domains[fact], of: fact)
            walk(depth + 1, withUnknown: true, &known, visit)
        }
        for value in 0..<rulebook.domains[fact].count {
            known.assume(.only(value), of: fact)
            walk(depth + 1, withUnknown: withUnknown, &known, visit)
        }
        known.assume(rulebook.domains[fact], of: fact)
    }
}
