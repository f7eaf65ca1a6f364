public import Access
public import CaseRegister
public import Catalog
public import JSON
import ReferralDomain
public import Sealing
import Storage

/// Makes the non-response file of a case from a database that may be in use.
public enum DossierDesk {
    /// The sealed file of a case, signed where the key of the house can be read; nil where no case has this
    /// reference.
    ///
    /// - Parameters:
    ///   - reference: as it is said on the telephone, such as `K7Q2-M3X9`.
    ///   - place: the database, which must exist.
    /// - Throws: `JournalFault` where it cannot be read.
    public static func file(
        of reference: String, in place: RegisterPlace, under catalog: ProtocolCatalog
    ) async throws(JournalFault) -> JSON? {
        guard let reference = try? CaseReference(reading: reference.utf8) else { return nil }
        let database = try place.open()
        let rules = try RulesInForce(catalog, on: database).rules
        let journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
            clock: SystemClock.now)
        guard let id = try await journal.caseID(of: reference) else { return nil }
        let history = try await journal.history(of: id)
        let dossier = Dossier(of: history, under: rules, at: SystemClock.now(), digest: Fingerprint.sha256)
        try database.close()
        let signer = try? ReceiptKeyFile(besideData: place.data).signer()
        return dossier?.sealed(digest: Fingerprint.sha256) { bytes in
            (try? signer?.sign(file: bytes, form: Dossier.format))?.text
        }
    }

    /// Checks a file that somebody handed over.
    public static func check(_ bytes: [UInt8]) -> Dossier.Check {
        Dossier.check(bytes, digest: Fingerprint.sha256)
    }

    /// Who signed a file that somebody handed over; what cannot be read is signed by nobody.
    public static func signature(of bytes: [UInt8], by verifier: ReceiptVerifier) -> DossierMaker.Signature {
        guard let file = try? JSON(parsing: bytes) else { return .foreign }
        return DossierMaker.signature(of: file, by: verifier)
    }
}
