import CaseRegister
import Testing

@testable import Storage

/// What a server may do to us, and what we ask of it.
struct PostgresDatabaseTests {
    private typealias Story = (PostgresDatabase, PostgresAddress, _ name: String) async throws -> Void

    private func withDatabase(_ limits: PostgresLimits = PostgresServer.patient, _ story: Story) async throws
    {
        try await PostgresServer.shared().withDatabase { address, name in
            let database = try PostgresDatabase(at: address, limits)
            try await story(database, address, name)
            try database.close()
        }
    }

    @Test func `a connection that the server closed meanwhile is opened anew`() async throws {
        try await withDatabase { database, _, name in
            let journal = try StoredCaseJournal(on: database)
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            for number in 2...4 {
                try await PostgresServer.shared().run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
                _ = try await journal.record(try Reports.report(number), stamp: .street(at: 1))
                #expect(try await journal.head()?.position == Int64(number))
            }
            #expect(try await journal.verifyChain() == nil)
        }
    }

    @Test func `a write that lost its connection before the commit is done once`() async throws {
        try await withDatabase { database, _, _ in
            let tries = Counter()
            try await database.write { session in
                try session.run("INSERT INTO register_meta (name, value) VALUES ('a', 'b')")
                if tries.next() == 1 { try session.run("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            let rows = try await database.read { try $0.rows("SELECT name FROM register_meta") }
            #expect(rows == [SQLRow([.text("a")])])
            #expect(tries.next() == 3, "two tries before this count")
        }
    }

    @Test func `a commit that got no answer is not acknowledged and not done again`() async throws {
        try await withDatabase { database, address, _ in
            try Stranger.server(address).plant(
                """
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                """,
                """
                CREATE CONSTRAINT TRIGGER planted AFTER INSERT ON register_meta DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION die()
                """)
            let tries = Counter()
            let fault = await database.fault { session in
                _ = tries.next()
                try session.run("INSERT INTO register_meta (name, value) VALUES ('a', 'b')")
            }
            #expect(fault == .other(code: "postgres-commit-unanswered"))
            #expect(tries.next() == 2, "one try before this count")
            #expect(await database.fault { try $0.run("DELETE FROM register_meta") } == nil)
        }
    }

    @Test func `a transaction that goes on after a refused statement is not acknowledged`() async throws {
        try await withDatabase { database, _, _ in
            let fault = await database.fault { session in
                try session.run("INSERT INTO register_meta (name, value) VALUES ('a', 'b')")
                try? session.run("INSERT INTO register_meta (name, value) VALUES ('a', 'b')")
            }
            #expect(fault == .other(code: "postgres-not-committed"))
            let kept = try await Self.notes(in: database)
            #expect(kept == 0)
        }
    }

    @Test func `while another program writes, a write is told that the database is locked`() async throws {
        var limits = PostgresServer.patient
        limits.lock = .milliseconds(50)
        try await withDatabase(limits) { database, address, _ in
            let other = try PostgresLink(to: address, limits)
            try other.execute("BEGIN; " + PostgresDatabase.takeTurn)
            #expect(await database.fault { try $0.run("DELETE FROM register_meta") } == .locked)
            let kept = try await Self.notes(in: database)
            #expect(kept == 0)
            try other.execute("COMMIT")
            #expect(await database.fault { try $0.run("DELETE FROM register_meta") } == nil)
        }
    }

    @Test func `who finds every connection lent waits, and not for ever`() async throws {
        var limits = PostgresServer.patient
        limits.readers = 1
        limits.patience = .milliseconds(100)
        try await withDatabase(limits) { database, address, _ in
            let other = try PostgresLink(to: address, limits)
            try other.execute("SELECT pg_advisory_lock(1)")
            async let held = database.read { try $0.rows("SELECT pg_advisory_xact_lock(1) IS NULL").count }
            // Only once the first one waits for the lock are all connections lent.
            while try other.answer(to: Self.waiting, []).integer(0, 0) == 0 {}
            await #expect(throws: JournalFault.locked) { try await database.read { _ in 0 } }
            try other.execute("SELECT pg_advisory_unlock(1)")
            #expect(try await held == 1)
            #expect(try await database.read { _ in 7 } == 7)
        }
    }

    @Test func `a statement that takes too long is given up, and the next one is not`() async throws {
        var limits = PostgresServer.patient
        limits.statement = .milliseconds(50)
        try await withDatabase(limits) { database, _, _ in
            await #expect(throws: JournalFault.other(code: "postgres-57014")) {
                try await database.read { try $0.rows("SELECT pg_sleep(60) IS NULL").count }
            }
            let kept = try await Self.notes(in: database)
            #expect(kept == 0)
        }
    }

    @Test func `a server told to acknowledge early is told otherwise`() async throws {
        try await PostgresServer.shared().withDatabase { address, name in
            try await PostgresServer.shared().run("ALTER DATABASE \(name) SET synchronous_commit = off")
            let database = try PostgresDatabase(at: address)
            let found = try await database.read { session in
                try session.rows("SELECT current_setting('synchronous_commit')").first?.text(0)
            }
            #expect(found == "on")
            try database.close()
        }
    }

    @Test func `a read sees one moment, whatever is written beside it`() async throws {
        try await withDatabase { database, address, _ in
            let counts = try await database.read { session in
                let before = try session.rows("SELECT name FROM register_meta").count
                try Stranger.server(address).plant("INSERT INTO register_meta VALUES ('a', 'b')")
                return [before, try session.rows("SELECT name FROM register_meta").count]
            }
            #expect(counts == [0, 0])
            #expect(try await Self.notes(in: database) == 1)
        }
    }

    @Test func `a read writes nothing`() async throws {
        try await withDatabase { database, _, _ in
            await #expect(throws: JournalFault.readOnly) {
                try await database.read { try $0.run("DELETE FROM register_meta") }
            }
        }
    }

    @Test func `every kind of value comes back as it was, however long a walk is`() async throws {
        try await withDatabase { database, _, _ in
            let values: [SQLValue] = [
                .integer(.min), .integer(.max), .text("ñandú \u{1F9ED}"), .text(""), .blob([0, 1, 255]),
                .blob([]),
                .null,
            ]
            let back = try await database.read { session in
                try session.rows(
                    """
                    SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS TEXT),
                        CAST($5 AS BYTEA), CAST($6 AS BYTEA), CAST($7 AS TEXT)
                    """, values)
            }
            #expect(back == [SQLRow(values)])
            let walked = try await database.read { session in
                var found: [Int64] = []
                try session.walk("SELECT n FROM generate_series(1, 1001) AS n ORDER BY n") {
                    found.append(try $0.integer(0))
                    _ = try session.rows("SELECT 1")
                }
                return found
            }
            #expect(walked == Array(1...1_001))
            let fault = await database.fault { try $0.run("SELECT CAST($1 AS TEXT)", [.text("a\0b")]) }
            #expect(fault == .other(code: "nul-in-text"))
        }
    }

    @Test func `everything is whole where nobody broke it`() async throws {
        try await withDatabase { database, _, _ in
            #expect(try await database.isWhole())
            try await database.forgetDeleted()
        }
    }

    @Test func `what was closed is not opened by a late question`() async throws {
        try await PostgresServer.shared().withDatabase { address, _ in
            let database = try PostgresDatabase(at: address)
            try database.close()
            await #expect(throws: JournalFault.other(code: "postgres-closed")) {
                try await database.read { _ in 0 }
            }
        }
    }

    private static func notes(in database: PostgresDatabase) async throws -> Int {
        try await database.read { try $0.rows("SELECT name FROM register_meta").count }
    }

    private static let waiting: SharedSQL = """
        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """
}
