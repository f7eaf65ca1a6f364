import CaseRegister
import GRDB
import Testing

@testable import Storage

struct SchemaTests {
    @Test func `a fresh file has the tables that the migrations say`() async throws {
        try await World.withJournal { _, database, _ in
            let found = try await database.pool.read { connection in
                let names = try String.fetchAll(
                    connection,
                    sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                return try names.map { table in
                    let columns = try connection.columns(in: table)
                    return (table, columns.map { "\($0.name) \($0.type)" }.joined(separator: ", "))
                }
            }
            #expect(Dictionary(uniqueKeysWithValues: found) == GoldenSchema.tables)
        }
    }

    @Test func `a fresh file has the indexes that the lists walk along`() async throws {
        try await World.withJournal { _, database, _ in
            let found = try await database.pool.read { connection in
                try String.fetchAll(
                    connection,
                    sql: """
                        SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
                        """)
            }
            #expect(found.sorted() == GoldenSchema.indexes)
        }
    }

    @Test(arguments: GoldenSchema.tables.keys.sorted())
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
                    sql: "INSERT INTO schema_migration (version, name) VALUES (99, 'later')")
            }
            #expect(throws: JournalFault.newerSchema(found: 99, known: Schema.known)) {
                try SQLiteDatabase(at: path)
            }
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
            #expect(versions == Schema.migrations.map(\.version))
            try second.close()
        }
    }
}
