import Access
import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// Whoever guesses waits as long at every node, and nobody finds out of the table who it was.
struct AttemptBookTests {
    private static let start: Int64 = 1_795_000_000_000

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(millisecondsSinceEpoch: start + milliseconds)
    }

    /// Stands for the keyed hash of the composition: 64 characters that hold nothing of the text but its length.
    private static let hash: @Sendable (String) -> String = { text in
        let number = String(text.utf8.reduce(UInt64(7)) { ($0 &* 31) &+ UInt64($1) }, radix: 16)
        return String(repeating: "0", count: 64 - number.count) + number
    }

    /// Two books of one house.
    private static func withBooks(
        _ kind: DatabaseKind,
        _ story: (any AttemptBook, any AttemptBook, any SQLDatabase) async throws -> Void
    ) async throws {
        try await kind.withDatabase { database, stranger in
            let other = try stranger.program()
            try await story(
                StoredAttempts(on: database, hash: hash), StoredAttempts(on: other, hash: hash), database)
            try other.close()
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `tries at one node are counted at the other`(kind: DatabaseKind) async throws {
        try await Self.withBooks(kind) { one, other, _ in
            let nodes = [EntryThrottle(in: one), EntryThrottle(in: other)]
            for number in 0..<5 {
                #expect(try await nodes[number % 2].begin("OP-12", from: nil, at: Self.at(0)) == nil)
            }
            #expect(try await nodes[1].begin("OP-12", from: nil, at: Self.at(0)) == 1_000)
            #expect(try await nodes[0].begin("OP-12", from: nil, at: Self.at(400)) == 600)
            #expect(try await nodes[0].begin("OP-13", from: nil, at: Self.at(0)) == nil)
            try await nodes[1].succeeded("OP-12", from: nil)
            #expect(try await nodes[0].begin("OP-12", from: nil, at: Self.at(500)) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `many at once at two nodes do not pass as the first`(kind: DatabaseKind) async throws {
        try await Self.withBooks(kind) { one, other, _ in
            let limits = [one, other].map {
                AttemptLimit(.link, in: $0, most: 7, windowMilliseconds: 600_000)
            }
            let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<30 {
                    group.addTask { try await limits[number % 2].take(by: "192.0.2.7", at: Self.at(0)) }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(passed == 7)
            #expect(try await !limits[0].mayTry(from: "192.0.2.7", at: Self.at(599_999)))
            #expect(try await limits[1].mayTry(from: "192.0.2.7", at: Self.at(600_000)))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an address is not in the table, and after an hour nothing is`(kind: DatabaseKind) async throws {
        try await Self.withBooks(kind) { one, _, database in
            let limit = AttemptLimit(.receipt, in: one)
            try await limit.failed(from: "192.0.2.7", at: Self.at(0))
            let rows = try await database.read { try $0.rows("SELECT kind, name, at_ms FROM attempt") }
            #expect(rows.count == 1)
            #expect(try rows[0].text(1) == Self.hash("receipt 192.0.2.7"))
            try await limit.failed(from: "192.0.2.8", at: Self.at(AttemptName.longestWindow + 1))
            let left = try await database.read { try $0.rows("SELECT name FROM attempt") }
            #expect(try left.map { try $0.text(0) } == [Self.hash("receipt 192.0.2.8")])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the books of memory and of the database answer alike`(kind: DatabaseKind) async throws {
        try await Self.withBooks(kind) { stored, _, _ in
            let books: [any AttemptBook] = [stored, MemoryAttempts()]
            let name = AttemptName(.account, "OP-12", within: 1_000)
            var answers: [[String]] = []
            for book in books {
                var said: [String] = []
                for moment in [0, 400, 900, 1_001, 1_400] as [Int64] {
                    let wait = try await book.attempt([name], at: Self.at(moment)) {
                        $0[0].count < 2 ? nil : 5
                    }
                    let tries = try await book.tries(of: name, at: Self.at(moment)).map {
                        $0.millisecondsSinceEpoch - Self.start
                    }
                    said.append("\(moment): \(wait ?? 0) \(tries)")
                }
                try await book.forgiveLast(of: name)
                said.append("\(try await book.tries(of: name, at: Self.at(1_400)).count)")
                try await book.forgive(name)
                said.append("\(try await book.tries(of: name, at: Self.at(1_400)).count)")
                answers.append(said)
            }
            #expect(answers[0] == answers[1])
        }
    }
}
