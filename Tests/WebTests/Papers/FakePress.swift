import Documents
import Synchronization

/// A press that keeps what it was given, or fails as it was told.
final class FakePress: PaperPress {
    private let fault: PressFault?
    private let seen = Mutex<[String]>([])

    init(failing fault: PressFault? = nil) { self.fault = fault }

    /// The pages that were pressed.
    var pages: [String] { seen.withLock { $0 } }

    func pdf(of page: [UInt8]) async throws(PressFault) -> [UInt8] {
        if let fault { throw fault }
        seen.withLock { $0.append(String(decoding: page, as: UTF8.self)) }
        return Array("%PDF-1.7 test".utf8)
    }
}
