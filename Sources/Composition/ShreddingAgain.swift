import Access
import CaseRegister
import Logging
import Storage

/// Destroys again, before anything is opened, what the journal or the file beside the database says was destroyed.
///
/// A restored copy of the database knows of no later shredding; the file beside it does.
struct ShreddingAgain: Sendable {
    let journal: StoredCaseJournal
    let vault: Vault
    let file: TombstoneFile
    let logger: Logger

    /// - Throws: where the file cannot be read or the keys cannot be destroyed: then nothing is served.
    func run() async throws {
        let outside = try file.all()
        let inside = try await journal.tombstones()
        let known = Set(inside.map(\.person))
        let missing = outside.filter { !known.contains($0.person) }
        if !missing.isEmpty {
            logger.warning(
                "shredded persons were back in the database, and are shredded again",
                metadata: ["count": "\(missing.count)"])
        }
        // Those of the database go into the file too: it may be younger than they are.
        try await vault.reapply(tombstones: inside + missing)
    }
}
