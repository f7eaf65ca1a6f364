import CaseRegister
import Catalog
import ReferralDomain
import Reports
import Storage
import Web

extension FigurePorts {
    /// Where figures are made and published on one database.
    ///
    /// - Parameter now: the time, and the rules by which duties are judged then.
    init(
        on database: any SQLDatabase, _ journal: StoredCaseJournal, _ catalog: ProtocolCatalog,
        now: @escaping @Sendable () -> (Instant, ProtocolRules)
    ) {
        self.init(
            desk: ReleaseDesk(
                book: StoredReleaseBook(on: database), archive: journal,
                chance: (SystemRandom(), Fingerprint.sha256), places: catalog.figurePlaces, now: now))
    }
}
