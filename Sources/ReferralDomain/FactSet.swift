/// A set of facts by their position in the catalogue, at most 64, read from the most urgent on.
public struct FactSet: Hashable, Sendable {
    /// Bit `n` stands for the fact at position `n`.
    public private(set) var bits: UInt64

    public init(bits: UInt64 = 0) { self.bits = bits }

    public static func only(_ fact: Int) -> FactSet { FactSet(bits: 1 << UInt64(fact)) }

    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }

    public func contains(_ fact: Int) -> Bool { bits & (1 << UInt64(fact)) != 0 }

    public mutating func insert(_ fact: Int) { bits |= 1 << UInt64(fact) }

    public mutating func formUnion(_ other: FactSet) { bits |= other.bits }

    public func union(_ other: FactSet) -> FactSet { FactSet(bits: bits | other.bits) }

    public func subtracting(_ other: FactSet) -> FactSet { FactSet(bits: bits & ~other.bits) }

    /// The positions in ascending order, which is the order of urgency.
    public var positions: [Int] {
        var rest = bits
        var found: [Int] = []
        found.reserveCapacity(count)
        while rest != 0 {
            found.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return found
    }
}
