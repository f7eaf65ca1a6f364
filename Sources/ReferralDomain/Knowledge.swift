/// What is known of one situation: for each fact of the catalogue, the values still possible.
public struct Knowledge: Equatable, Sendable {
    /// The possible values by fact position; a fact beyond the end is not part of the catalogue.
    public private(set) var possible: [ValueSet]

    /// Knowing nothing: every value of every fact is possible.
    public init(domains: [ValueSet]) { possible = domains }

    public subscript(_ fact: Int) -> ValueSet { possible[fact] }

    /// Takes an answer in: what is possible afterwards lies in `values` and in what was possible before.
    ///
    /// An answer that contradicts an earlier one replaces nothing: it returns false and changes nothing,
    /// so that the order in which facts arrive can never matter silently.
    @discardableResult
    public mutating func learn(_ values: ValueSet, of fact: Int) -> Bool {
        let left = ValueSet(bits: possible[fact].bits & values.bits)
        if left.isEmpty { return false }
        possible[fact] = left
        return true
    }

    /// Forgets what was answered and takes `values` as what is possible; for proofs that walk over situations.
    public mutating func assume(_ values: ValueSet, of fact: Int) { possible[fact] = values }
}
