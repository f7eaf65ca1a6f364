import CaseRegister
import Testing

@testable import Storage

/// The same numbered steps make the same tables on a server.
struct PostgresSchemaTests {
    private func withDatabase(
        _ story: (PostgresDatabase, PostgresAddress) async throws -> Void
    ) async throws {
        try await PostgresServer.shared().withDatabase { address, _ in
            let database = try PostgresDatabase(at: address)
            try await story(database, address)
            try database.close()
        }
    }

    @Test func `a fresh database has the tables and indexes that the migrations say`() async throws {
        try await withDatabase { database, _ in
            let (columns, indexes) = try await database.read { session in
                (try session.rows(Self.columns), try session.rows(Self.indexes).map { try $0.text(0) })
            }
            var found: [String: [String]] = [:]
            for row in columns {
                found[try row.text(0), default: []].append(try row.text(1) + " " + Self.kind(try row.text(2)))
                // A server orders text as its language does, unless a column says otherwise.
                #expect(try row.text(3) == (try row.text(2) == "text" ? "C" : ""))
            }
            #expect(found.mapValues { $0.joined(separator: ", ") } == GoldenSchema.tables)
            #expect(indexes == GoldenSchema.indexes)
        }
    }

    @Test func `opening twice applies a migration once`() async throws {
        try await withDatabase { database, address in
            let second = try PostgresDatabase(at: address)
            let versions = try await second.read { session in
                try session.rows("SELECT version FROM schema_migration ORDER BY version").map {
                    Int(try $0.integer(0))
                }
            }
            #expect(versions == Schema.migrations.map(\.version))
            try second.close()
        }
    }

    @Test func `programs that start at the same moment apply a migration once`() async throws {
        try await PostgresServer.shared().withDatabase { address, _ in
            let databases = try await withThrowingTaskGroup(of: PostgresDatabase.self) { group in
                for _ in 1...4 { group.addTask { try PostgresDatabase(at: address) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(databases.count == 4)
            for database in databases { try database.close() }
        }
    }

    @Test func `a program that waited while another one migrated finds the work done`() async throws {
        try await PostgresServer.shared().withDatabase { address, _ in
            let first = try PostgresLink(to: address, PostgresServer.patient)
            try first.execute(PostgresDatabase.takeTurn.replacing("xact_", with: ""))
            async let second = PostgresDatabase(at: address, PostgresServer.patient)
            while try first.answer(to: Self.waiting, []).integer(0, 0) == 0 { await Task.yield() }
            // A table alone, since a server tells every connection of so many as there are sooner or later.
            try first.execute(PostgresSchema.translated(Schema.versionTable))
            try first.execute("INSERT INTO schema_migration VALUES (\(Schema.known), 'all')")
            try first.execute("SELECT pg_advisory_unlock_all()")
            try await second.close()
        }
    }

    @Test func `a database of a newer release is not touched`() async throws {
        try await withDatabase { _, address in
            try Stranger.server(address).plant(
                "INSERT INTO schema_migration (version, name) VALUES (99, 'later')")
            #expect(throws: JournalFault.newerSchema(found: 99, known: Schema.known)) {
                try PostgresDatabase(at: address)
            }
        }
    }

    @Test func `only words of the schema are translated, and none in a text`() {
        let sqlite = "-- INTEGER\nCREATE TABLE a (b INTEGER, c TEXT CHECK (c <> 'TEXT'), d BLOB) STRICT;"
        let expected = "CREATE TABLE a (b BIGINT, c TEXT COLLATE \"C\" CHECK (c <> 'TEXT'), d BYTEA) ;\n"
        #expect(PostgresSchema.translated(sqlite) == expected)
    }

    private static func kind(_ type: String) -> String {
        ["bigint": "INTEGER", "text": "TEXT", "bytea": "BLOB"][type] ?? type
    }

    private static let waiting: SharedSQL = """
        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """
    private static let columns: SharedSQL = """
        SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT),
            coalesce(CAST(collation_name AS TEXT), '')
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY ordinal_position
        """
    private static let indexes: SharedSQL = """
        SELECT CAST(indexname AS TEXT) FROM pg_indexes WHERE schemaname = current_schema()
            AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'
        ORDER BY CAST(indexname AS TEXT) COLLATE "C"
        """
}
