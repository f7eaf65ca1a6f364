public import CaseRegister
import GRDB

extension SQLiteDatabase {
    /// Moves the write-ahead log into the file and cuts it off, so that no deleted page waits in it.
    ///
    /// Deleted rows are overwritten in the file itself (`secure_delete`), but the log keeps older pages until
    /// it begins anew. A reader that holds an older moment delays this; then the next one does it.
    public func forgetDeleted() async throws(JournalFault) {
        do {
            try await pool.writeWithoutTransaction { connection in
                do {
                    _ = try connection.checkpoint(.truncate)
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    // The rows are gone for every reader; their bytes go with the next checkpoint.
                }
            }
        } catch {
            throw JournalFault(error)
        }
    }
}
