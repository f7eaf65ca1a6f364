import ReferralDomain

/// SplitMix64: draws that are the same for one seed on every machine.
struct PracticeDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something happens that happens so often in a hundred times.
    mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    /// One of some values, each as often as its weight says; the weights sum to one hundred.
    mutating func pick<Value>(_ first: Value, _ weighted: [(weight: Int, value: Value)]) -> Value {
        var draw = Int.random(in: 0..<100, using: &self)
        for choice in weighted {
            draw -= choice.weight
            if draw < 0 { return choice.value }
        }
        return first
    }

    /// Random bytes, as of an id or of something sealed.
    mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var draw: UInt64 = 0
        for place in 0..<count {
            if place.isMultiple(of: 8) { draw = next() }
            bytes.append(UInt8(truncatingIfNeeded: draw >> UInt64(8 * (place % 8))))
        }
        return bytes
    }

    /// A time between so many minutes, both counted, in milliseconds.
    mutating func minutes(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range.lowerBound * 60_000...range.upperBound * 60_000, using: &self)
    }
}
