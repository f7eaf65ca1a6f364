import Access
import CaseRegister
import ReferralDomain
import Storage
import Testing

/// All books of the directory keep the same promises.
struct DirectoryBookTests {
    private static let acting = Acting(
        account: try! ActorID(reading: "AD-01"), unit: try! UnitID(reading: "central-150135"),
        institution: "serenazgo", role: .administrator)
    private static let now = Instant(millisecondsSinceEpoch: 1_000)

    private func withBooks(_ story: (any DirectoryBook) async throws -> Void) async throws {
        try await story(MemoryDirectoryBook())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in
                try await story(StoredDirectoryBook(on: database))
            }
        }
    }

    private func change(_ id: Character, version: Int, to value: String) throws -> NumberChange {
        NumberChange(
            try RecordID(reading: String(repeating: id, count: 32)), of: "police-105", version: version,
            to: .init(value, extension: version == 2 ? "24" : nil), because: .officialNotice,
            made: Stamp(actor: Self.acting.account, instant: Self.now))
    }

    @Test func `a call is kept once, however often it is sent`() async throws {
        try await withBooks { book in
            let id = try RecordID<ContactCall>(reading: String(repeating: "a", count: 32))
            let call = ContactCall(id, to: "police-105", .noAnswer, at: Self.now, by: Self.acting)
            try await book.record(call)
            try await book.record(call)
            #expect(try await book.calls() == [call])
        }
    }

    @Test func `versions follow each other, and an old page changes nothing`() async throws {
        try await withBooks { book in
            let first = try change("a", version: 1, to: "111")
            #expect(try await book.change(first))
            #expect(try await book.change(first))
            #expect(try await !book.change(try change("b", version: 1, to: "222")))
            #expect(try await !book.change(try change("c", version: 3, to: "333")))
            let second = try change("d", version: 2, to: "444")
            #expect(try await book.change(second))
            #expect(try await book.changes() == [first, second])
        }
    }

    @Test func `a change is confirmed once`() async throws {
        try await withBooks { book in
            let first = try change("a", version: 1, to: "111")
            _ = try await book.change(first)
            let stamp = Stamp(actor: try ActorID(reading: "AD-02"), instant: Self.now)
            #expect(try await book.confirm(first.id, stamp))
            #expect(try await !book.confirm(first.id, stamp))
            #expect(try await book.changes().map(\.confirmed) == [stamp])
            let unknown = try RecordID<NumberChange>(reading: String(repeating: "f", count: 32))
            #expect(try await !book.confirm(unknown, stamp))
        }
    }
}
