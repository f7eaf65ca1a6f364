import CaseRegister
import GRDB
import Testing

@testable import Storage

/// A file of the first release, opened by this one.
struct UpgradeTests {
    @Test func `rows of the first release get their place in the chain of their case`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/old.sqlite"
            let before = try await Self.reports(at: folder + "/new.sqlite")
            try Self.makeOld(from: folder + "/new.sqlite", at: path)

            let database = try SQLiteDatabase(at: path)
            let journal = try StoredCaseJournal(on: database, seed: 2)
            #expect(try await journal.verifyChain() == nil)
            for receipt in before {
                #expect(try await journal.receipt(of: receipt.reference)?.version == receipt.version)
            }
            let empty = try await database.pool.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM journal_event WHERE case_hash = ''")
            }
            #expect(empty == 0)
            try database.close()
        }
    }

    @Test func `a file that is up to date is not written to when it is opened`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let first = try SQLiteDatabase(at: path)
            _ = try await StoredCaseJournal(on: first).record(try Reports.report(1), stamp: .street(at: 1))
            let other = try World.stranger(at: path)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let database = try SQLiteDatabase(at: path, busyTimeout: .milliseconds(10))
            _ = try StoredCaseJournal(on: database)
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try database.close()
            try first.close()
        }
    }

    @Test func `lists of the form before are made anew when the file is opened`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let first = try SQLiteDatabase(at: path)
            _ = try await StoredCaseJournal(on: first).record(
                try Reports.report(1, danger: "no"), stamp: .street(at: 1))
            try first.close()
            let other = try World.stranger(at: path)
            func rank() async throws -> Int? {
                try await other.read { try Int.fetchOne($0, sql: "SELECT queue_rank FROM case_row") }
            }
            let before = try await rank()
            // As the migration leaves them: every new column at its default.
            try await other.write { connection in
                try connection.execute(sql: "UPDATE case_row SET queue_rank = 9")
                try connection.execute(
                    sql: """
                        UPDATE register_meta SET value = '1 ' || substr(value, 3) WHERE name = 'lists-origin'
                        """)
            }
            let database = try SQLiteDatabase(at: path)
            _ = try StoredCaseJournal(on: database)
            #expect(before != 9)
            #expect(try await rank() == before)
            try database.close()
        }
    }

    private static func reports(at path: String) async throws -> [Receipt] {
        let database = try SQLiteDatabase(at: path)
        let journal = try StoredCaseJournal(on: database)
        var receipts: [Receipt] = []
        for (number, danger) in [(1, "no"), (2, "no"), (1, "yes"), (3, "no")] {
            let report = try Reports.report(
                number, danger: danger, claimedAt: danger == "yes" ? 2_000 : 1_000)
            receipts.removeAll { $0.id == report.id }
            receipts.append(try await journal.record(report, stamp: .street(at: 5)))
        }
        try database.close()
        return receipts
    }

    /// A file as the first release made it, with the same events.
    private static func makeOld(from source: String, at path: String) throws {
        let old = try World.stranger(at: path)
        try old.inDatabase { connection in
            try connection.execute(sql: "PRAGMA journal_mode = WAL")
            try connection.execute(sql: "ATTACH '\(source)' AS now")
            try connection.execute(sql: String(decoding: Schema.migrations[0].sql, as: UTF8.self))
            try connection.execute(
                sql:
                    "CREATE TABLE schema_migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT"
            )
            try connection.execute(sql: "INSERT INTO schema_migration VALUES (1, 'journal')")
            let columns = "position, case_id, version, name, event_version, payload, actor, recorded_at_ms"
            try connection.execute(
                sql: """
                    INSERT INTO main.journal_event (\(columns), previous_hash, hash)
                    SELECT \(columns), previous_hash, hash FROM now.journal_event
                    """)
        }
        try old.close()
    }
}
