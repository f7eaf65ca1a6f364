import Access
import Foundation
import Synchronization

/// Tries at passphrases one after the other on a thread of their own: each takes 128 MiB.
///
/// It is a class because everybody waits in the same row.
final class SerialWork: HeavyWork {
    private let queue = DispatchQueue(label: "ruta.heavy-work")
    private let waiting = Mutex(0)

    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(HeavyWorkBusy) -> Value {
        let mayWait = waiting.withLock { waiting in
            guard waiting < Self.mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard mayWait else { throw HeavyWorkBusy() }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }

    /// About eight seconds of work; who comes later is told to come again.
    private static let mostWaiting = 16
}
