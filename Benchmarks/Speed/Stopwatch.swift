import Foundation

/// Repeats an operation in rounds and prints the median of the rounds.
///
/// It counts the processor time of its own thread, which neighbours shake less than the clock on the wall.
struct Stopwatch {
    /// - Parameters:
    ///   - operations: how many make one round; the body is given their numbers.
    ///   - body: returns something that is summed and printed, so that nothing can be left out as unused.
    func time(_ name: String, operations: Int, _ body: (Int) throws -> Int) rethrows {
        var rounds: [Double] = []
        var sum = 0
        let begin = worked
        // At least seven rounds, and about a second of them.
        while rounds.count < 7 || worked - begin < 1_000_000_000 {
            let start = worked
            for number in 0..<operations { sum &+= try body(number) }
            rounds.append(Double(worked - start) / Double(operations))
        }
        rounds.sort()
        print(name, Int(rounds[rounds.count / 2]), Int(rounds[0]), Int(rounds[rounds.count - 1]), sum)
    }

    /// Nanoseconds that this thread has been at work.
    private var worked: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
