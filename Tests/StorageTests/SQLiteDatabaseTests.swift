import CaseRegister
import Foundation
import GRDB
import Testing

@testable import Storage

struct SQLiteDatabaseTests {
    @Test func `the writer waits for the disk, and says so when asked`() async throws {
        try await World.withJournal { journal, database, _ in
            func synchronous() throws -> Int? {
                try database.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            }
            #expect(try synchronous() == 2)
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            database.pool.releaseMemory()
            _ = try await journal.record(try Reports.report(2), stamp: .street(at: 2))
            #expect(try synchronous() == 2)
        }
    }

    @Test(arguments: [
        ("journal_mode", "wal"), ("foreign_keys", "1"), ("trusted_schema", "0"), ("secure_delete", "1"),
        ("cell_size_check", "1"),
    ])
    func `a connection is set up as it must be`(pragma: String, expected: String) async throws {
        try await World.withJournal { _, database, _ in
            let writer = try database.pool.writeWithoutTransaction {
                try String.fetchOne($0, sql: "PRAGMA \(pragma)")
            }
            #expect(writer == expected)
            #expect(try database.pool.read { try String.fetchOne($0, sql: "PRAGMA \(pragma)") } == expected)
        }
    }

    @Test func `the file and its log belong to one account`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
            let database = try SQLiteDatabase(at: path)
            let journal = try StoredCaseJournal(on: database)
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            for file in [path, path + "-wal", path + "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: file)
                #expect(attributes[.posixPermissions] as? NSNumber == 0o600)
            }
            try database.close()
        }
    }

    @Test func `what was acknowledged is there after a restart`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let database = try SQLiteDatabase(at: path)
            let journal = try StoredCaseJournal(on: database)
            let receipt = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            try database.close()

            let reopened = try SQLiteDatabase(at: path)
            let again = try StoredCaseJournal(on: reopened, seed: 2)
            #expect(try await again.receipt(of: receipt.reference)?.id == receipt.id)
            #expect(try await again.record(try Reports.report(1), stamp: .street(at: 9)).isRepeat)
            #expect(try await again.verifyChain() == nil)
            try reopened.close()
        }
    }

    @Test func `two programs write to one file without losing a report`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let databases = [try SQLiteDatabase(at: path), try SQLiteDatabase(at: path)]
            let journals = try databases.enumerated().map {
                try StoredCaseJournal(on: $0.element, seed: UInt64($0.offset))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...40 {
                    let (report, journal) = (try Reports.report(number), journals[number % 2])
                    group.addTask { _ = try await journal.record(report, stamp: .street(at: Int64(number))) }
                }
                try await group.waitForAll()
            }
            #expect(try await journals[0].verifyChain() == nil)
            #expect(await journals[1].health().lastPosition == 40)
            for database in databases { try database.close() }
        }
    }

    @Test func `text with a NUL byte is refused before it is cut`() async throws {
        try await World.withJournal { _, database, _ in
            let fault = await database.fault(writing: { session in
                try session.run("UPDATE case_row SET level = $1", [.text("a\u{0}b")])
            })
            #expect(fault == .other(code: "nul-in-text"))
            #expect(database.stoppedBy == nil)
        }
    }

    @Test func `numbered values are bound by their number and not by where they first stand`() async throws {
        try await World.withJournal { _, database, _ in
            let rows = try await database.read { session in
                try session.rows("SELECT $2 || '/' || $1 || '/$1'", [.text("a"), .text("b")])
            }
            #expect(rows == [SQLRow([.text("b/a/$1")])])
        }
    }

    @Test(arguments: [
        ("SELECT $1, $12", "SELECT ?1, ?12"),
        ("SELECT '$1', \"$2\", $3", "SELECT '$1', \"$2\", ?3"),
        ("SELECT 'it''s $1', $1", "SELECT 'it''s $1', ?1"),
        ("SELECT '$', $a", "SELECT '$', $a"),
    ])
    func `only parameters are rewritten`(shared: String, sqlite: String) {
        #expect(SharedSQL(stringLiteral: shared).sqlite == sqlite)
    }

    @Test func `no statement of a record walks through the whole journal`() async throws {
        try await World.withJournal { journal, database, _ in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let statements = Statements()
            try await database.pool.writeWithoutTransaction { connection in
                connection.trace { statements.add($0.expandedDescription) }
            }
            _ = try await journal.record(try Reports.report(2), stamp: .street(at: 2))
            _ = try await journal.record(try Reports.report(2, danger: "yes"), stamp: .street(at: 3))
            try await database.pool.writeWithoutTransaction { $0.trace(nil) }

            let asked = statements.all.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("DELETE") }
            #expect(asked.count == 9)
            for sql in asked {
                let plan = try await database.plan(of: sql)
                #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
            }
        }
    }
}
