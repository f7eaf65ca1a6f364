import CaseRegister
import Composition
import Foundation
import GRDB
import Testing

@testable import Storage

/// The same ways to tamper, done to the rows of a file by another program, with events of many kinds in it.
struct StoredTamperTests {
    @Test func `ten thousand ways to tamper with stored rows are all found`() async throws {
        let found = try await Self.missed(tries: 10_000, seed: 20_261_123) { session, anchor in
            try Self.isWhole(session, anchor)
        }
        #expect(found.missed.isEmpty, "seed 20261123: \(found.missed.prefix(5))")
        #expect(found.names.count >= 12, "many kinds of events: \(found.names.sorted())")
        #expect(found.refused > 0, "the schema itself refuses some of them")
    }

    @Test func `a check that looks at no hash is caught by the same tries`() async throws {
        let found = try await Self.missed(tries: 300, seed: 7) { session, anchor in
            var expected: Int64 = 0
            var isInOrder = true
            try session.forEachEntry { entry in
                expected += 1
                isInOrder = isInOrder && entry.position == expected
                return true
            }
            return isInOrder && expected >= anchor.position
        }
        #expect(!found.missed.isEmpty)
    }

    @Test func `a check without the kept end misses what only the end can show`() async throws {
        let found = try await Self.missed(tries: 2_000, seed: 7) { session, _ in
            try Self.isWhole(session, nil)
        }
        #expect(Set(found.missed) == [.delete, .cutTail, .rehashTail, .rollBack])
    }

    @Test func `what nobody touched is whole, and is again after each try`() async throws {
        try await Self.withStored(seed: 3) { connection, rows, anchor in
            let session = SQLiteSession(connection)
            #expect(try Self.isWhole(session, anchor))
            try connection.execute(sql: "SAVEPOINT try")
            #expect(try Self.replace(rows, by: Array(rows.dropLast()), connection))
            #expect(try !Self.isWhole(session, anchor))
            try connection.execute(sql: "ROLLBACK TO try")
            try connection.execute(sql: "RELEASE try")
            #expect(try Self.isWhole(session, anchor))
        }
    }

    private struct Found {
        var missed: [Tampering] = []
        var names: Set<String> = []
        var refused = 0
    }

    /// The ways of tampering that a check took for whole, each in a savepoint that is rolled back.
    private static func missed(
        tries: Int, seed: UInt64, _ isWhole: (SQLiteSession, JournalAnchor) throws -> Bool
    ) async throws -> Found {
        var found = Found()
        try await withStored(seed: seed) { connection, rows, anchor in
            let session = SQLiteSession(connection)
            var dice = Dice(seed: seed)
            found.names = Set(rows.map { String(decoding: $0.name, as: UTF8.self) })
            for number in 0..<tries {
                let kind = Tampering.allCases[number % Tampering.allCases.count]
                try connection.execute(sql: "SAVEPOINT try")
                found.refused += try tamper(kind, rows, connection, &dice)
                if try isWhole(session, anchor) { found.missed.append(kind) }
                try connection.execute(sql: "ROLLBACK TO try")
                try connection.execute(sql: "RELEASE try")
            }
        }
        return found
    }

    /// Tampers once with the stored rows; returns how many tries the schema refused before.
    private static func tamper(
        _ kind: Tampering, _ rows: [RawEntry], _ connection: Database, _ dice: inout Dice
    ) throws -> Int {
        for refused in 0..<1_000 {
            var forged = rows
            kind.tamperStored(with: &forged, &dice)
            forged.sort { $0.position < $1.position }
            if forged == rows { continue }
            if try replace(rows, by: forged, connection) { return refused }
            try connection.execute(sql: "ROLLBACK TO try")
        }
        throw NeverTaken(kind: kind)
    }

    /// The schema refuses every try of a kind, so that nothing was tested.
    private struct NeverTaken: Error {
        let kind: Tampering
    }

    /// Some cases in a file, a stranger's connection to it, its rows, and its end.
    private static func withStored(
        seed: UInt64, _ story: (Database, [RawEntry], JournalAnchor) throws -> Void
    ) async throws {
        try await World.withJournal { journal, _, path in
            try await RebuiltListsTests.fill(journal, cases: 3, seed: seed)
            let head = try #require(try await journal.head())
            let stranger = try World.stranger(at: path)
            try stranger.unsafeReentrantWrite { connection in
                var rows: [RawEntry] = []
                try SQLiteSession(connection).forEachEntry { entry in
                    rows.append(entry)
                    return true
                }
                try story(connection, rows, head)
            }
        }
    }

    /// Puts other rows in the place of those that were stored; false where the schema refuses them.
    private static func replace(
        _ rows: [RawEntry], by forged: [RawEntry], _ connection: Database
    ) throws -> Bool {
        let same = zip(rows, forged).prefix { $0 == $1 }.count
        do {
            let first = same < rows.count ? rows[same].position : Int64.max
            try connection.execute(sql: "DELETE FROM journal_event WHERE position >= ?", arguments: [first])
            for row in forged.dropFirst(same) { try insert(row, connection) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
        }
    }

    private static func insert(_ row: RawEntry, _ connection: Database) throws {
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO journal_event (
                    position, case_id, version, name, event_version, payload, actor, recorded_at_ms,
                    previous_hash, hash, case_hash
                ) VALUES (
                    ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?,
                    CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT)
                )
                """)
        try statement.execute(arguments: [
            row.position, Data(row.caseID), row.version, Data(row.name), row.eventVersion, Data(row.payload),
            Data(row.actor), row.recordedAtMilliseconds, Data(row.previousHash), Data(row.hash),
            Data(row.caseHash),
        ])
    }

    private static func isWhole(_ session: SQLiteSession, _ anchor: JournalAnchor?) throws -> Bool {
        var check = JournalCheck(digest: Fingerprint.sha256, anchors: anchor.map { [$0] } ?? [])
        return try session.check(&check) == nil
    }
}
