public import CaseRegister
public import Catalog
public import JSON
import ReferralDomain
import Storage

/// Makes the non-response file of a case from a database that may be in use.
public enum DossierDesk {
    /// The sealed file of a case; nil where no case has this reference.
    ///
    /// - Parameters:
    ///   - reference: as it is said on the telephone, such as `K7Q2-M3X9`.
    ///   - path: the database, which must exist.
    /// - Throws: `JournalFault` where it cannot be read.
    public static func file(
        of reference: String, in path: String, under catalog: ProtocolCatalog
    ) async throws(JournalFault) -> JSON? {
        guard let reference = try? CaseReference(reading: reference.utf8) else { return nil }
        let rules = ProtocolRules(catalog)
        let database = try SQLiteDatabase(at: path)
        let journal = try SQLiteCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
            clock: SystemClock.now)
        guard let id = try await journal.caseID(of: reference) else { return nil }
        let history = try await journal.history(of: id)
        let dossier = Dossier(of: history, under: rules, at: SystemClock.now(), digest: Fingerprint.sha256)
        try database.close()
        return dossier?.sealed(digest: Fingerprint.sha256)
    }

    /// Checks a file that somebody handed over.
    public static func check(_ bytes: [UInt8]) -> Dossier.Check {
        Dossier.check(bytes, digest: Fingerprint.sha256)
    }
}
