public import CaseRegister
public import Catalog
import Storage

/// Makes the lists of a database anew from its journal, and says whether they were what the journal makes them.
public enum ListsRoom {
    /// What came of it.
    public struct Rebuilt: Hashable, Sendable {
        /// How many events were read.
        public let events: Int
        /// How many rows of each list are other ones than before; only lists in which some are.
        public let differing: [String: Int]
    }

    /// - Parameter isKept: whether the new lists stay.
    /// - Throws: `.other` where there is no file; whatever keeps it from being read or written.
    public static func rebuild(
        _ place: RegisterPlace, under catalog: ProtocolCatalog, keeping isKept: Bool
    ) async throws(JournalFault) -> Rebuilt {
        guard place.isThere else { throw .other(code: "no-file") }
        let rules = ProtocolRules(catalog)
        let database = try place.open()
        let journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
            clock: SystemClock.now)
        let rebuilt = try await journal.compareRebuilt(keeping: isKept)
        try database.close()
        return Rebuilt(events: rebuilt.events, differing: rebuilt.differing)
    }
}
