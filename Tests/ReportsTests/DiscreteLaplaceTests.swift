import CaseRegister
import Synchronization
import Testing

@testable import Reports

/// Bytes of a seed.
final class SeededBytes: RandomSource {
    // A class, because every draw changes what the next one gives.
    private let dice: Mutex<SeededDice>

    init(seed: UInt64) { dice = Mutex(SeededDice(seed: seed)) }

    func bytes(_ count: Int) -> [UInt8] {
        dice.withLock { dice in (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) } }
    }
}

struct DiscreteLaplaceTests {
    /// P(0) = (1 - q) / (1 + q) and the variance is 2q / (1 - q)², with q = exp(-ε).
    @Test(arguments: [(250, 0.7788), (1_000, 0.3679)])
    func `noise has the shape that its budget asks for`(epsilon: Int, ratio: Double) {
        var noise = DiscreteLaplace(.init(epsilon), from: SeededBytes(seed: 11))
        let draws = (0..<60_000).map { _ in noise.next() }
        let zeros = Double(draws.count { $0 == 0 }) / Double(draws.count)
        #expect(abs(zeros - (1 - ratio) / (1 + ratio)) < 0.006)
        let mean = Double(draws.reduce(0, +)) / Double(draws.count)
        #expect(abs(mean) < 0.15)
        let variance = draws.reduce(0.0) { $0 + Double($1 * $1) } / Double(draws.count)
        let expected = 2 * ratio / ((1 - ratio) * (1 - ratio))
        #expect(abs(variance - expected) < expected * 0.05)
    }

    /// The promise itself: one case more makes no outcome more likely than e^ε times.
    @Test func `two registers that differ in one case are hardly told apart`() {
        var noise = DiscreteLaplace(.init(1_000), from: SeededBytes(seed: 5))
        var seen: [Int: Double] = [:]
        for _ in 0..<80_000 { seen[noise.next(), default: 0] += 1 }
        for value in -3...3 {
            let ratio = seen[value, default: 0] / seen[value + 1, default: 1]
            #expect(ratio > 1 / 2.718 * 0.85 && ratio < 2.718 * 1.15)
        }
    }

    @Test func `a budget never goes below nothing and is exact`() {
        #expect(PrivacyBudget(spent: .init(1_750)).permits(.init(250)))
        #expect(!PrivacyBudget(spent: .init(1_751)).permits(.init(250)))
        #expect(PrivacyBudget(spent: .init(9_000)).left == .init(0))
        #expect(PrivacyBudget.Thousandths(500).text == "0.5")
        #expect(PrivacyBudget.Thousandths(2_000).text == "2")
        #expect(PrivacyBudget.Thousandths(1_025).text == "1.025")
    }
}
