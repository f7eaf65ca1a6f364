import CaseRegister
import JSON
import Testing

@testable import Storage

/// A journal looked at from outside, beside the program that writes it.
struct JournalFileTests {
    @Test func `a journal is checked while another program writes to it`() async throws {
        try await World.withJournal { journal, _, path in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let file = try JournalFile(at: path)
            for number in 2...5 {
                _ = try await journal.record(try Reports.report(number), stamp: .street(at: 1))
                var check = JournalCheck(digest: SHA256.digest, readsPayloads: true)
                #expect(try file.check(&check) == nil)
                #expect(check.count == Int64(number))
                #expect(try file.head() == check.head)
            }
        }
    }

    @Test func `a line of an export gives back the row`() async throws {
        try await World.withJournal { journal, _, path in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            var found: [RawEntry] = []
            try JournalFile(at: path).forEachEntry { entry in
                found.append(entry)
                return true
            }
            #expect(found.count == 1)
            for entry in found {
                let line = try JSON(parsing: entry.json.bytes(.canonical))
                #expect(RawEntry(json: line) == entry)
            }
        }
    }

    @Test func `payloads that no release wrote are found when they are asked for`() {
        var row = RawEntry()
        row.position = 1
        row.caseID = Array(repeating: UInt8(ascii: "0"), count: 32)
        row.version = 1
        row.name = Array("sighting-forgotten".utf8)
        row.eventVersion = 1
        row.payload = Array("{}".utf8)
        row.actor = Array("street".utf8)
        row.previousHash = Array(JournalChain.beginning.utf8)
        var hasher = JournalHasher(digest: SHA256.digest)
        (row.hash, row.caseHash) = hasher.hashes(
            of: row, after: row.previousHash, inCaseAfter: Array(JournalChain.beginning.utf8))
        var trusting = JournalCheck(digest: SHA256.digest)
        #expect(trusting.take(row) == nil)
        var reading = JournalCheck(digest: SHA256.digest, readsPayloads: true)
        #expect(reading.take(row) == .init(position: 1, fault: .payload))
    }

    @Test func `a file that is not there or is none is named`() async throws {
        try await World.withFolder { folder in
            #expect(throws: JournalFault.other(code: "sqlite-14")) {
                try JournalFile(at: folder + "/none.sqlite")
            }
            let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
            try database.close()
            #expect(try JournalFile(at: folder + "/ruta.sqlite").head() == nil)
        }
    }
}
