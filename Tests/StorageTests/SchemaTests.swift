import CaseRegister
import GRDB
import Testing

@testable import Storage

struct SchemaTests {
    @Test func `a fresh file has the tables that the migrations say`() async throws {
        try await World.withJournal { _, database, _ in
            let names = try await database.pool.read { connection in
                try String.fetchAll(
                    connection,
                    sql: "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
            }
            #expect(
                names == ["journal_event", "schema_migration", "street_report", "street_report_by_arrival"])
            let columns = try await database.pool.read { connection in
                try ["journal_event", "street_report"].map { table in
                    try connection.columns(in: table).map { "\($0.name) \($0.type)" }.joined(separator: ", ")
                }
            }
            #expect(columns == [Golden.journalEvent, Golden.streetReport])
        }
    }

    @Test(arguments: ["journal_event", "street_report", "schema_migration"])
    func `a table refuses a value of another kind`(table: String) async throws {
        try await World.withJournal { _, database, _ in
            let sql = try await database.pool.read { connection in
                try String.fetchOne(
                    connection, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])
            }
            #expect(sql?.hasSuffix("STRICT") == true)
        }
    }

    @Test func `a file of a newer release is not touched`() async throws {
        try await World.withJournal { _, _, path in
            try await World.stranger(at: path).write { connection in
                try connection.execute(
                    sql: "INSERT INTO schema_migration (version, name) VALUES (7, 'later')")
            }
            #expect(throws: JournalFault.newerSchema(found: 7, known: 1)) { try SQLiteDatabase(at: path) }
        }
    }

    @Test func `a file that is up to date is opened while another program writes`() async throws {
        try await World.withJournal { _, _, path in
            let other = try World.stranger(at: path)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
            let second = try SQLiteDatabase(at: path, busyTimeout: .milliseconds(10))
            try second.close()
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        }
    }

    @Test func `opening twice applies a migration once`() async throws {
        try await World.withJournal { _, _, path in
            let second = try SQLiteDatabase(at: path)
            let versions = try await second.pool.read {
                try Int.fetchAll($0, sql: "SELECT version FROM schema_migration")
            }
            #expect(versions == [1])
            try second.close()
        }
    }

    private enum Golden {
        static let journalEvent = """
            position INTEGER, case_id TEXT, version INTEGER, name TEXT, event_version INTEGER, payload TEXT, \
            actor TEXT, recorded_at_ms INTEGER, previous_hash TEXT, hash TEXT
            """
        static let streetReport = """
            case_id TEXT, reference TEXT, district TEXT, level TEXT, catalog_version TEXT, catalog_hash TEXT, \
            claimed_at_ms INTEGER, received_at_ms INTEGER, amended_at_ms INTEGER, version INTEGER
            """
    }
}
