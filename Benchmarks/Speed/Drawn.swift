import Catalog
import ReferralDomain
import RouteEngine

/// Situations drawn with a seed: the same in every run.
enum Drawn {
    /// Partial situations: every district in turn, any hour of a week, any share of the questions answered.
    static func situations(_ count: Int, of catalog: ProtocolCatalog) -> [Situation] {
        var source = SeededSource(seed: 20_261_123)
        let districts = catalog.content.districts
        let askable = catalog.content.facts.filter { $0.asked != .derived }
        return (0..<count).map { number in
            let hour = Int64.random(in: 0..<168, using: &source)
            var situation = Situation(
                district: districts[number % districts.count].id,
                at: Instant(millisecondsSinceEpoch: 1_795_000_000_000 + hour * 3_600_000))
            let share = Int.random(in: 0...10, using: &source)
            for fact in askable where Int.random(in: 0..<10, using: &source) < share {
                situation.answers[fact.id] = fact.values.randomElement(using: &source)?.id
            }
            return situation
        }
    }

    /// The same without words: what is known of each fact of a rulebook.
    static func knowledge(_ count: Int, of rulebook: Rulebook) -> [Knowledge] {
        var source = SeededSource(seed: 20_261_123)
        return (0..<count).map { _ in
            var known = rulebook.nothingKnown
            let share = Int.random(in: 0...10, using: &source)
            for fact in rulebook.domains.indices where Int.random(in: 0..<10, using: &source) < share {
                known.learn(.only(Int.random(in: 0..<rulebook.domains[fact].count, using: &source)), of: fact)
            }
            return known
        }
    }
}
