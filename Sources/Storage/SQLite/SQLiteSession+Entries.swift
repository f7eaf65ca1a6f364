import CaseRegister
import GRDB
import GRDBSQLite

extension SQLiteSession {
    func forEachEntry(_ body: (RawEntry) throws -> Bool) throws {
        let statement = try statement(LinkedEntry.columns + "ORDER BY position", [])
        let cursor = try Row.fetchCursor(statement), row = statement.sqliteStatement
        var entry = RawEntry()
        while try cursor.next() != nil {
            entry.position = try Self.integer(row, 0)
            Self.fill(&entry.caseID, row, 1)
            entry.version = try Self.integer(row, 2)
            Self.fill(&entry.name, row, 3)
            entry.eventVersion = try Self.integer(row, 4)
            Self.fill(&entry.payload, row, 5)
            Self.fill(&entry.actor, row, 6)
            entry.recordedAtMilliseconds = try Self.integer(row, 7)
            Self.fill(&entry.previousHash, row, 8)
            Self.fill(&entry.hash, row, 9)
            Self.fill(&entry.caseHash, row, 10)
            guard try body(entry) else { return }
        }
    }

    private static func integer(_ row: SQLiteStatement, _ column: CInt) throws(JournalFault) -> Int64 {
        guard sqlite3_column_type(row, column) == SQLITE_INTEGER else { throw .damaged }
        return sqlite3_column_int64(row, column)
    }

    /// Straight from the page of the file: the library would make three objects of each of a million hashes.
    private static func fill(_ bytes: inout [UInt8], _ row: SQLiteStatement, _ column: CInt) {
        bytes.removeAll(keepingCapacity: true)
        guard let start = sqlite3_column_blob(row, column) else { return }
        bytes.append(
            contentsOf: UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))))
    }
}
