import CaseRegister
import Foundation
import Logging
import ReferralDomain
import Sealing
import ServiceLifecycle
import Storage

/// Writes the signed end of the journal to a file beside the database, every minute in which something happened.
///
/// A copy of that file, or its last lines on the paper of a shift, shows later that nothing was cut off or rewritten.
struct JournalWitness: Service {
    let journal: StoredCaseJournal
    let signer: ReceiptSigner
    let path: String
    let clock: @Sendable () -> Instant
    let logger: Logger

    func run() async throws {
        var last: Int64 = 0
        repeat {
            do {
                last = try await write(after: last)
            } catch {
                // The program ends: what was cut short is no fault.
                if Task.isCancelled { return }
                logger.error("no checkpoint could be written", metadata: ["error": "\(type(of: error))"])
            }
        } while await ServicePause.next(after: Self.interval)
        _ = try? await write(after: last)
    }

    /// Appends a checkpoint where the journal has grown; returns the position that is vouched for.
    private func write(after last: Int64) async throws -> Int64 {
        guard let head = try await journal.head(), head.position > last else { return last }
        let anchor = JournalAnchor(position: head.position, hash: head.hash)
        let signer = signer
        let text = try JournalCheckpoint(anchor, at: clock())
            .text { (bytes) throws(SealingFault) in try signer.signature(over: bytes) }
        let file = URL(filePath: path)
        if !FileManager.default.fileExists(atPath: path) { try PrivateFile.write(Data(), to: file) }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        return head.position
    }

    private static let interval = Duration.seconds(60)
}
