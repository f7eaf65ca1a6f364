import CaseRegister
import Logging
import ServiceLifecycle
import Storage

/// Writes into the file of this node what other nodes have shredded, every minute.
///
/// The file beside a node is what survives a restored copy of the database: each node must know all of it, since nobody
/// knows which one is started first.
struct TombstoneWatch: Service {
    let journal: StoredCaseJournal
    let file: TombstoneFile
    let logger: Logger

    func run() async throws {
        while await ServicePause.next(after: Self.interval) { await look() }
    }

    /// Takes over what is in the database and not in the file; a fault is said, and the next look tries again.
    func look() async {
        do {
            try file.add(try await journal.tombstones())
        } catch {
            if Task.isCancelled { return }
            logger.error("the shreddings of others were not kept", metadata: ["fault": "\(error)"])
        }
    }

    private static let interval = Duration.seconds(60)
}
