/// Repeats an operation in rounds and prints the median of the rounds.
struct Stopwatch {
    private let clock = ContinuousClock()

    /// - Parameters:
    ///   - operations: how many make one round; the body is given their numbers.
    ///   - body: returns something that is summed and printed, so that nothing can be left out as unused.
    func time(_ name: String, operations: Int, _ body: (Int) throws -> Int) rethrows {
        var rounds: [Double] = []
        var sum = 0
        let begin = clock.now
        // At least seven rounds, and about a second of them.
        while rounds.count < 7 || clock.now - begin < .seconds(1) {
            let start = clock.now
            for number in 0..<operations { sum &+= try body(number) }
            rounds.append((clock.now - start) / .nanoseconds(1) / Double(operations))
        }
        rounds.sort()
        print(name, Int(rounds[rounds.count / 2]), Int(rounds[0]), Int(rounds[rounds.count - 1]), sum)
    }
}
