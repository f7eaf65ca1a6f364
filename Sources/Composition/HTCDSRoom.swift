public import CaseRegister
public import Catalog
import ReferralDomain
public import Standards
import Storage

/// What a command does with files of HTCDS: judge one, take one in, make one.
public enum HTCDSRoom {
    /// What came of taking a file in.
    public struct Outcome: Hashable, Sendable {
        /// How many cases are new here.
        public let new: Int
        /// How many were here already, and were left as they are.
        public let known: Int
    }

    /// Reads and judges a file; nothing is written.
    public static func check(_ bytes: [UInt8], under catalog: ProtocolCatalog) -> HTCDSReading {
        HTCDSReading(bytes, under: catalog, at: SystemClock.now())
    }

    /// Takes the cases of a file in, each as one report, in one transaction: all or none. A case that is here already stays as
    /// it is, so that the same file twice changes nothing.
    ///
    /// - Throws: what keeps a report from being safe.
    public static func take(
        _ reading: HTCDSReading, into place: RegisterPlace, under catalog: ProtocolCatalog
    ) async throws(JournalFault) -> Outcome {
        let now = SystemClock.now()
        guard let actor = try? ActorID(reading: "htcds-import") else { throw .other(code: "no-actor") }
        let database = try place.open()
        let rules = try RulesInForce(catalog, on: database).rules
        let journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
            clock: SystemClock.now)
        let intake = HTCDSIntake(into: journal, under: catalog)
        let receipts = try await intake.take(
            try intake.cases(of: reading, at: now), stamp: Stamp(actor: actor, instant: now))
        try database.close()
        return Outcome(
            new: receipts.count { !$0.isRepeat }, known: receipts.count(where: \.isRepeat))
    }

    /// Every case of a register, with what its control centre sees of it: no name, no document, no story.
    ///
    /// - Throws: what keeps it from being read.
    public static func sheet(
        of place: RegisterPlace, under catalog: ProtocolCatalog
    ) async throws(JournalFault) -> HTCDSSheet {
        var ids: Set<String> = []
        try place.journal().forEachEntry { entry in
            ids.insert(String(decoding: entry.caseID, as: UTF8.self))
            return true
        }
        let database = try place.open()
        let rules = try RulesInForce(catalog, on: database).rules
        let journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
            clock: SystemClock.now)
        let export = HTCDSExport(catalog, for: CaseView.fields(of: .owner))
        var rows: [HTCDSRow] = []
        for id in ids.sorted().compactMap({ try? CaseID(reading: $0) }) {
            rows += export.rows(CaseState(after: try await journal.history(of: id)), id: id, unit: nil)
        }
        try database.close()
        return HTCDSSheet(rows)
    }
}
