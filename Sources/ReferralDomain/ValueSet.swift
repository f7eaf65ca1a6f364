/// The values of one fact that are still possible: at most eight, one bit each.
///
/// The whole set means that nobody has asked or answered; one bit is an answer. The empty set is a
/// contradiction and never arises from ``Knowledge/learn(_:of:)``.
public struct ValueSet: Hashable, Sendable {
    /// Bit `n` is set while the fact's value number `n` is possible.
    public let bits: UInt8

    public init(bits: UInt8) { self.bits = bits }

    /// Every value of a fact that has `count` of them, 1 to 8.
    public static func all(count: Int) -> ValueSet {
        ValueSet(bits: UInt8(truncatingIfNeeded: (1 << count) - 1))
    }

    /// The single value at a position in the fact's list.
    public static func only(_ position: Int) -> ValueSet { ValueSet(bits: 1 << UInt8(position)) }

    public var isEmpty: Bool { bits == 0 }

    /// The number of values still possible.
    public var count: Int { bits.nonzeroBitCount }

    /// The position of the answer, once there is one.
    public var answer: Int? { count == 1 ? bits.trailingZeroBitCount : nil }

    public func contains(_ position: Int) -> Bool { bits & (1 << UInt8(position)) != 0 }

    /// Whether the fact lies in `values`: settled when the possible values are all inside or all outside.
    public func verdict(in values: ValueSet) -> Verdict {
        if bits & ~values.bits == 0 { return .holds }
        return bits & values.bits == 0 ? .fails : .open
    }
}
