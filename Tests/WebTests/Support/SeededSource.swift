import CaseRegister
import Synchronization

/// Random bytes that are the same on every run.
final class SeededSource: RandomSource {
    // A class, because every reader draws from one sequence.
    private let state = Mutex(SeededSource.seed)
    private static let seed: UInt64 = 20_261_123

    /// Begins again, so that two requests that draw as much draw the same.
    func rewind() { state.withLock { $0 = Self.seed } }

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }
    }
}
