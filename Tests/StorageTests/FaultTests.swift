import CaseRegister
import Foundation
import GRDB
import Testing

@testable import Storage

/// The world fails; the journal stays whole and never acknowledges what it has not kept.
struct FaultTests {
    @Test func `a file that another program holds is locked and may be tried again`() async throws {
        try await World.withJournal { journal, database, path in
            let known = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let other = try World.stranger(at: path)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
            let report = try Reports.report(2)
            #expect(await journal.refusal(of: report) == .locked)
            #expect(try await journal.receipt(of: known.reference) != nil)
            #expect(await journal.health().isAcknowledging)

            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(try await journal.record(report, stamp: .street(at: 3)).version == 1)
            #expect(database.stoppedBy == nil)
        }
    }

    @Test(
        arguments: [
            (.SQLITE_IOERR_FSYNC, .other(code: "sqlite-1034")),
            (.SQLITE_IOERR_WRITE, .other(code: "sqlite-778")),
            (.SQLITE_IOERR, .other(code: "sqlite-10")), (.SQLITE_FULL, .diskFull),
            (.SQLITE_CORRUPT, .damaged),
            (.SQLITE_NOTADB, .damaged), (.SQLITE_CANTOPEN, .other(code: "sqlite-14")),
            (.SQLITE_READONLY_DBMOVED, .readOnly),
        ] as [(ResultCode, JournalFault)])
    func `after the first storage error nothing is acknowledged until a restart`(
        code: ResultCode, expected: JournalFault
    ) async throws {
        try await World.withJournal { journal, database, path in
            let known = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            #expect(await Self.fail(database, with: code) == expected)

            let (report, repeated) = (try Reports.report(2), try Reports.report(1))
            for again in [report, repeated, report] {
                #expect(await journal.refusal(of: again) == .stopped)
            }
            #expect(await journal.health() == JournalHealth(lastPosition: 1, fault: expected))
            #expect(try await journal.receipt(of: known.reference)?.id == known.id)
            #expect(try await journal.history(of: known.id).count == 1)

            let restarted = try SQLiteDatabase(at: path)
            let journalAfter = try StoredCaseJournal(on: restarted, seed: 2)
            #expect(try await journalAfter.record(report, stamp: .street(at: 3)).version == 1)
            try restarted.close()
        }
    }

    @Test(
        arguments: [
            (.SQLITE_BUSY, .locked), (.SQLITE_BUSY_SNAPSHOT, .locked), (.SQLITE_LOCKED, .locked),
            (.SQLITE_READONLY, .readOnly), (.SQLITE_INTERRUPT, .other(code: "sqlite-9")),
            (.SQLITE_CONSTRAINT_UNIQUE, .other(code: "sqlite-2067")),
        ] as [(ResultCode, JournalFault)])
    func `an error that is not of the storage stops nothing`(
        code: ResultCode, expected: JournalFault
    ) async throws {
        try await World.withJournal { journal, database, _ in
            #expect(await Self.fail(database, with: code) == expected)
            #expect(database.stoppedBy == nil)
            let report = try Reports.report(1)
            #expect(await journal.refusal(of: report) == nil)
        }
    }

    @Test func `of forty writers behind a storage error not one is acknowledged`() async throws {
        try await World.withJournal { journal, database, _ in
            #expect(await Self.fail(database, with: .SQLITE_IOERR_FSYNC) != nil)
            let faults = try await withThrowingTaskGroup(of: JournalFault?.self) { group in
                for number in 1...40 {
                    let report = try Reports.report(number)
                    group.addTask { await journal.refusal(of: report) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(faults == Array(repeating: .stopped, count: 40))
            #expect(await journal.health().lastPosition == 0)
        }
    }

    @Test func `a database that may not grow is full, and stays stopped when it may grow again`() async throws
    {
        try await World.withJournal { journal, database, _ in
            // SQLite takes the pages in use as the least.
            try Self.limit(database, pages: "max_page_count = 1")
            let (kept, first) = try await Self.recordUntilFault(journal)
            #expect(first == .diskFull)
            try Self.limit(database, pages: "max_page_count = 100000")
            let report = try Reports.report(9_999)
            #expect(await journal.refusal(of: report) == .stopped)
            try await Self.expectKept(kept, in: journal)
        }
    }

    @Test func `a full disk loses nothing that was acknowledged`() async throws {
        try await Mount.withDisk { disk in
            let filler = disk + "/filler"
            try #require(
                FileManager.default.createFile(atPath: filler, contents: Data(repeating: 1, count: 1_250_000))
            )
            let path = disk + "/ruta.sqlite"
            let database = try SQLiteDatabase(at: path)
            let journal = try StoredCaseJournal(on: database)
            let (kept, first) = try await Self.recordUntilFault(journal)
            #expect(first == .diskFull)
            #expect(!kept.isEmpty)
            try await Self.expectKept(kept, in: journal)

            try FileManager.default.removeItem(atPath: filler)
            let report = try Reports.report(9_999)
            #expect(await journal.refusal(of: report) == .stopped)
            try database.close()

            let restarted = try SQLiteDatabase(at: path)
            let again = try StoredCaseJournal(on: restarted, seed: 2)
            try await Self.expectKept(kept, in: again)
            #expect(try await again.record(report, stamp: .street(at: 2)).version == 1)
            try restarted.close()
        }
    }

    @Test func `a read-only disk is refused at the start`() async throws {
        try await Mount.withDisk { disk in
            let path = disk + "/ruta.sqlite"
            try SQLiteDatabase(at: path).close()
            try Mount.makeReadOnly(disk)
            #expect(throws: JournalFault.readOnly) { try SQLiteDatabase(at: path) }
            #expect(throws: JournalFault.readOnly) { try SQLiteDatabase(at: disk + "/new.sqlite") }
        }
    }

    @Test func `a file that became read-only refuses reports and goes on reading`() async throws {
        try await World.withJournal { journal, database, _ in
            let known = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            try await database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
            let report = try Reports.report(2)
            #expect(await journal.refusal(of: report) == .readOnly)
            #expect(try await journal.receipt(of: known.reference) != nil)
        }
    }

    @Test func `a folder that is not there is named by a code`() async throws {
        try await World.withFolder { folder in
            #expect(throws: JournalFault.other(code: "errno-\(ENOENT)")) {
                try SQLiteDatabase(at: folder + "/no/ruta.sqlite")
            }
        }
    }

    private static func fail(_ database: SQLiteDatabase, with code: ResultCode) async -> JournalFault? {
        await database.fault(writing: { session in
            try session.run("DELETE FROM obligation_row")
            throw DatabaseError(resultCode: code)
        })
    }

    private static func limit(_ database: SQLiteDatabase, pages pragma: String) throws {
        try database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA " + pragma) }
    }

    /// Records reports until one is refused; gives back what was acknowledged and why it ended.
    private static func recordUntilFault(
        _ journal: StoredCaseJournal
    ) async throws -> (kept: [Receipt], fault: JournalFault?) {
        var kept: [Receipt] = []
        for number in 1...5_000 {
            let report = try Reports.report(number)
            do throws(JournalFault) {
                kept.append(try await journal.record(report, stamp: .street(at: Int64(number))))
            } catch {
                return (kept, error)
            }
        }
        return (kept, nil)
    }

    private static func expectKept(_ kept: [Receipt], in journal: StoredCaseJournal) async throws {
        #expect(await journal.health().lastPosition == Int64(kept.count))
        #expect(try await journal.verifyChain() == nil)
        for receipt in kept { #expect(try await journal.receipt(of: receipt.reference)?.id == receipt.id) }
    }
}
