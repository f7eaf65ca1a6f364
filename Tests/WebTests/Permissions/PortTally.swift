import Synchronization

/// The names of what the site asked of its ports during one request, in order.
///
/// Two answers that took the same questions take the same time, as far as a test can say without a clock.
final class PortTally: Sendable {
    // A class, because every port of one town writes into the same list.
    private let asked = Mutex<[String]>([])

    func note(_ name: String) { asked.withLock { $0.append(name) } }

    /// What was asked since the last time.
    func taken() -> [String] {
        asked.withLock { asked in
            defer { asked = [] }
            return asked
        }
    }
}
