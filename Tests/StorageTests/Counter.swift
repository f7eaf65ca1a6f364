import Synchronization

/// Counts calls from anywhere.
final class Counter: Sendable {
    private let count = Mutex(0)

    /// How many times it was called, this one among them.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
