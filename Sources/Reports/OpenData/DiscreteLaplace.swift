import CaseRegister

/// Whole noise of a two-sided geometric distribution: P(n) is proportional to exp(-|n| · ε), drawn without a float.
///
/// After Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithm 2: only whole
/// numbers are compared, so that no rounding of a processor says more than the noise should.
struct DiscreteLaplace {
    /// ε in thousandths.
    let epsilon: PrivacyBudget.Thousandths
    private var bits: BitDraw

    init(_ epsilon: PrivacyBudget.Thousandths, from source: any RandomSource) {
        self.epsilon = epsilon
        bits = BitDraw(source)
    }

    /// One draw. The scale is 1/ε = 1000 / thousandths, so the numerator is 1000 and the denominator the thousandths.
    mutating func next() -> Int {
        let (scale, parts) = (1_000, epsilon.count)
        while true {
            let start = bits.below(scale)
            guard happens(start, of: scale) else { continue }
            var rounds = 0
            while happens(1, of: 1) { rounds += 1 }
            let size = (start + scale * rounds) / parts
            let isNegative = bits.below(2) == 1
            if isNegative, size == 0 { continue }
            return isNegative ? -size : size
        }
    }

    /// Whether something happens that happens with probability exp(-part/whole), for a part up to the whole.
    private mutating func happens(_ part: Int, of whole: Int) -> Bool {
        var round = 1
        while bits.below(whole * round) < part { round += 1 }
        return round % 2 == 1
    }
}

/// Whole numbers drawn evenly from random bytes.
private struct BitDraw {
    private let source: any RandomSource
    private var left: [UInt8] = []

    init(_ source: any RandomSource) { self.source = source }

    /// A number from zero on and below a bound, each as likely as another.
    mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(max(1, bound))
        let end = UInt64.max - UInt64.max % bound
        while true {
            let drawn = word()
            if drawn < end { return Int(drawn % bound) }
        }
    }

    private mutating func word() -> UInt64 {
        if left.count < 8 { left = source.bytes(2_048) }
        let word = left.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        left.removeLast(8)
        return word
    }
}
