import CaseRegister
import Storage

extension SQLiteReportJournal {
    /// A journal with the digest and the seed of the tests.
    init(on database: SQLiteDatabase, seed: UInt64 = 1) throws {
        try self.init(on: database, digest: SHA256.digest, random: SeededSource(seed: seed))
    }
}
