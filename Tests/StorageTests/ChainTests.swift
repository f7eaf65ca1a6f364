import CaseRegister
import Testing

@testable import Storage

struct ChainTests {
    @Test func `the digest of the tests is SHA-256`() {
        let digits = SHA256.digest(Array("abc".utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
        #expect(digits == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: DatabaseKind.allCases)
    func `another program comes to the same hash`(kind: DatabaseKind) async throws {
        /// Draws the reference 2222-2222.
        struct Zeros: RandomSource {
            func bytes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
        }
        try await kind.withJournal { _, database, _ in
            let journal = try StoredCaseJournal(on: database, random: Zeros())
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1_795_000_000_000))
            // Computed in Python, with hashlib and netstrings made by hand.
            let hash = "04622a521f32a786541e7a04339281b249e52c070e4f7beccb3f511607102aad"
            #expect(try await journal.head() == JournalAnchor(position: 1, hash: hash))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a journal that nobody altered is whole`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, _, _ in
            #expect(try await journal.verifyChain() == nil)
            try await fill(journal)
            #expect(try await journal.verifyChain() == nil)
            #expect(try await journal.head()?.position == 6)
        }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
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
    func `an entry that was altered or taken out is found at its position`(
        kind: DatabaseKind, planted: String
    ) async throws {
        try await kind.withJournal { journal, _, stranger in
            try await fill(journal)
            try stranger.plant(planted)
            #expect(try await journal.verifyChain()?.position == 3)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `two entries that changed places are found`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, _, stranger in
            try await fill(journal)
            for (from, to) in [(2, 99), (5, 2), (99, 5)] {
                try stranger.plant("UPDATE journal_event SET position = \(to) WHERE position = \(from)")
            }
            #expect(try await journal.verifyChain()?.position == 2)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a journal whose last entry was altered is not opened`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, database, stranger in
            try await fill(journal)
            try stranger.plant("UPDATE journal_event SET actor = 'another' WHERE position = 6")
            #expect(throws: JournalFault.damaged) { try StoredCaseJournal(on: database) }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the list is the same when it is made anew, and a fault in it is healed`(kind: DatabaseKind)
        async throws
    {
        try await kind.withJournal { journal, database, stranger in
            try await fill(journal)
            let before = try await database.lists()
            #expect(before.first?.count == 4)
            #expect(try await journal.rebuildProjections() == 6)
            #expect(try await database.lists() == before)

            try stranger.plant(
                "UPDATE case_row SET level = 'green', reference = '2222-2222' WHERE opened_ms = 1",
                "DELETE FROM case_row WHERE version = 1")
            #expect(try await database.lists() != before)
            try await journal.rebuildProjections()
            #expect(try await database.lists() == before)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the list holds what the last report of each case says`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, database, _ in
            try await fill(journal)
            let rows = try await database.read { session in
                try session.rows(
                    """
                    SELECT level, version, opened_ms, reports, district, stands_in FROM case_row
                    WHERE case_id = $1
                    """, [.text(try Reports.id(1).text)])
            }
            let lima = SQLValue.text("150101")
            #expect(rows == [SQLRow([.text("red"), .integer(2), .integer(1), .integer(2), lima, lima])])
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
