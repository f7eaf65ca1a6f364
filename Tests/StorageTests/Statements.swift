import Synchronization

/// The statements that a connection ran.
final class Statements: Sendable {
    private let texts = Mutex<[String]>([])

    /// All of them, the first one first.
    var all: [String] { texts.withLock { $0 } }

    /// Takes one more.
    func add(_ text: String) { texts.withLock { $0.append(text) } }
}
