import GRDB

@testable import Storage

extension SQLiteDatabase {
    /// How the database would walk to answer a statement, one line a step.
    func plan(of sql: String) async throws -> [String] {
        try await pool.read { connection in
            try Row.fetchAll(connection, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
        }
    }
}
