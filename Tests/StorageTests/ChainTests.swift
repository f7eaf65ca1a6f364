import CaseRegister
import GRDB
import Testing

@testable import Storage

struct ChainTests {
    @Test func `the digest of the tests is SHA-256`() {
        let digits = SHA256.digest(Array("abc".utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
        #expect(digits == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `another program comes to the same hash`() async throws {
        /// Draws the reference 2222-2222.
        struct Zeros: RandomSource {
            func bytes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
        }
        try await World.withJournal { _, database, _ in
            let journal = try StoredCaseJournal(on: database, random: Zeros())
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1_795_000_000_000))
            // Computed in Python, with hashlib and netstrings made by hand.
            let hash = "04622a521f32a786541e7a04339281b249e52c070e4f7beccb3f511607102aad"
            #expect(try await journal.head() == JournalAnchor(position: 1, hash: hash))
        }
    }

    @Test func `a journal that nobody altered is whole`() async throws {
        try await World.withJournal { journal, _, _ in
            #expect(try await journal.verifyChain() == nil)
            try await fill(journal)
            #expect(try await journal.verifyChain() == nil)
            #expect(try await journal.head()?.position == 6)
        }
    }

    @Test(arguments: [
        "UPDATE journal_event SET payload = replace(payload, 'child', 'adult') WHERE position = 3",
        "UPDATE journal_event SET actor = 'another' WHERE position = 3",
        "UPDATE journal_event SET recorded_at_ms = recorded_at_ms + 1 WHERE position = 3",
        "UPDATE journal_event SET name = 'sighting-amended' WHERE position = 3",
        "UPDATE journal_event SET event_version = 2 WHERE position = 3",
        "UPDATE journal_event SET version = 9 WHERE position = 3",
        "UPDATE journal_event SET case_id = '0000000000000000000000000000ffff' WHERE position = 3",
        "UPDATE journal_event SET hash = replace(hash, 'a', 'b') WHERE position = 3",
        "UPDATE journal_event SET previous_hash = hash WHERE position = 3",
        "UPDATE journal_event SET case_hash = hash WHERE position = 3",
        "DELETE FROM journal_event WHERE position = 3",
        "DELETE FROM journal_event WHERE position IN (3, 4)",
        "UPDATE journal_event SET position = 99 WHERE position = 3",
    ])
    func `an entry that was altered or taken out is found at its position`(planted: String) async throws {
        try await World.withJournal { journal, _, path in
            try await fill(journal)
            try await World.stranger(at: path).write { try $0.execute(sql: planted) }
            #expect(try await journal.verifyChain()?.position == 3)
        }
    }

    @Test func `two entries that changed places are found`() async throws {
        try await World.withJournal { journal, _, path in
            try await fill(journal)
            try await World.stranger(at: path).write { connection in
                for (from, to) in [(2, 99), (5, 2), (99, 5)] {
                    try connection.execute(
                        sql: "UPDATE journal_event SET position = ? WHERE position = ?",
                        arguments: [to, from])
                }
            }
            #expect(try await journal.verifyChain()?.position == 2)
        }
    }

    @Test func `a journal whose last entry was altered is not opened`() async throws {
        try await World.withJournal { journal, database, path in
            try await fill(journal)
            try await World.stranger(at: path).write {
                try $0.execute(sql: "UPDATE journal_event SET actor = 'another' WHERE position = 6")
            }
            #expect(throws: JournalFault.damaged) { try StoredCaseJournal(on: database) }
        }
    }

    @Test func `the list is the same when it is made anew, and a fault in it is healed`() async throws {
        try await World.withJournal { journal, database, path in
            try await fill(journal)
            func list() throws -> [Row] {
                try database.pool.read { connection in
                    try Row.fetchAll(connection, sql: "SELECT * FROM case_row ORDER BY case_id")
                }
            }
            let before = try list()
            #expect(before.count == 4)
            #expect(try await journal.rebuildProjections() == 6)
            #expect(try list() == before)

            try await World.stranger(at: path).write {
                try $0.execute(
                    sql: "UPDATE case_row SET level = 'green', reference = '2222-2222' WHERE opened_ms = 1"
                )
                try $0.execute(sql: "DELETE FROM case_row WHERE version = 1")
            }
            #expect(try list() != before)
            try await journal.rebuildProjections()
            #expect(try list() == before)
        }
    }

    @Test func `the list holds what the last report of each case says`() async throws {
        try await World.withJournal { journal, database, _ in
            try await fill(journal)
            let row = try database.pool.read {
                try Row.fetchOne(
                    $0, sql: "SELECT * FROM case_row WHERE case_id = ?", arguments: [Reports.id(1).text])
            }
            #expect(row?["level"] == "red")
            #expect(row?["version"] == 2)
            #expect(row?["opened_ms"] == 1)
            #expect(row?["reports"] == 2)
            #expect(row?["district"] == "150101")
            #expect(row?["stands_in"] == "150101")
        }
    }

    /// Four cases, two of them corrected.
    private func fill(_ journal: StoredCaseJournal) async throws {
        for number in 1...4 {
            _ = try await journal.record(try Reports.report(number), stamp: .street(at: Int64(number)))
        }
        for number in 1...2 {
            let corrected = try Reports.report(number, danger: "yes", claimedAt: 2_000)
            _ = try await journal.record(corrected, stamp: .street(at: Int64(10 + number)))
        }
    }
}
