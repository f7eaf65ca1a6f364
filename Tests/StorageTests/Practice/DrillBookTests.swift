import Access
import CaseRegister
import ReferralDomain
import Storage
import Testing

/// All books of drills keep the same promises.
struct DrillBookTests {
    private func withBooks(_ story: (any DrillBook) async throws -> Void) async throws {
        try await story(MemoryDrillBook())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in try await story(StoredDrillBook(on: database)) }
        }
    }

    private func result(_ id: Character, shift: String = "T-0427", at: Int64, start: Int64? = nil) throws
        -> DrillResult
    {
        DrillResult(
            id: try RecordID(reading: String(repeating: id, count: 32)), kind: at % 2 == 0 ? .scene : .course,
            subject: "street-corner-night", shift: try #require(ShiftCode(reading: shift)),
            edition: "2026.11",
            claimedStart: start.map(Instant.init(millisecondsSinceEpoch:)),
            endedAt: Instant(millisecondsSinceEpoch: at),
            trail: ["tel:105", "tel:+5116255555,,2424", "seen"],
            signs: .init(offered: ["A01", "B05"], present: ["B05"], marked: []), choices: [0, -1, 2],
            score: 85,
            isPassed: true)
    }

    @Test func `what is kept comes back whole, in its order, by its code`() async throws {
        try await withBooks { book in
            let (first, second) = (try result("a", at: 2, start: 1), try result("b", at: 4))
            let other = try result("c", shift: "OP12", at: 3)
            for kept in [second, other, first] { #expect(try await book.keep(kept) == kept) }
            #expect(try await book.results(of: first.shift) == [first, second])
            #expect(try await book.results(of: other.shift) == [other])
            #expect(try await book.newest(2) == [second, other])
        }
    }

    @Test func `sent twice it is one drill, and the first stands`() async throws {
        try await withBooks { book in
            let first = try result("a", at: 2)
            #expect(try await book.keep(first) == first)
            #expect(try await book.keep(try result("a", at: 9)) == first)
            #expect(try await book.newest(10) == [first])
        }
    }
}
