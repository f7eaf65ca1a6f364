public import ReferralDomain

/// A test that counts only once it is settled: while the fact is open it changes nothing.
///
/// It carries the one rule that stands across the table: a person who is known to be abroad
/// (Reglamento de la Ley 28950, art. 26). Not having asked for it never takes a step away.
public struct SettledTest: Equatable, Sendable {
    public let fact: Int
    public let values: ValueSet

    public init(fact: Int, values: ValueSet) {
        self.fact = fact
        self.values = values
    }

    public func isSettled(_ knowledge: Knowledge) -> Bool {
        knowledge[fact].verdict(in: values) == .holds
    }
}
