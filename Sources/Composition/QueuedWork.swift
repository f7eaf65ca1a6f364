import Access
import Dispatch
import Synchronization

/// Runs work that takes much memory one piece after the other, on a thread that no page waits for.
final class QueuedWork: HeavyWork {
    private let queue = DispatchQueue(label: "ruta.heavy-work")
    private let waiting = Mutex(0)

    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(HeavyWorkBusy) -> Value {
        let isAdmitted = waiting.withLock { count in
            guard count < Self.mostWaiting else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw HeavyWorkBusy() }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }

    /// Some ten seconds of work; whoever comes after is told to try again.
    private static let mostWaiting = 24
}
