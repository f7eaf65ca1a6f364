import Sealing
import Synchronization

/// A source that gives what it was told to, one answer after the other, and then nothing.
final class SeededDraws: Sendable {
    private let rest: Mutex<[[UInt8]]>

    init(_ draws: [[UInt8]]) { rest = Mutex(draws) }

    var source: RandomBytes { { _ in self.rest.withLock { $0.isEmpty ? [] : $0.removeFirst() } } }
}
