import Access
import CaseRegister
import ReferralDomain
import Storage
import Testing

/// All books of the ladder keep the same promises.
struct LadderBookTests {
    private static let made = Stamp(
        actor: try! ActorID(reading: "AD-01"), instant: Instant(millisecondsSinceEpoch: 1_000))
    private static let other = Stamp(
        actor: try! ActorID(reading: "ST-01"), instant: Instant(millisecondsSinceEpoch: 2_000))

    private func withBooks(_ story: (any LadderBook) async throws -> Void) async throws {
        try await story(MemoryLadderBook())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in try await story(StoredLadderBook(on: database)) }
        }
    }

    private func change(
        _ id: Character, _ kind: Obligation.Kind = .claim, version: Int, goal: Int64? = 60_000
    ) throws -> LadderChange {
        let times = try #require(LadderChange.Times(goal: goal, rungs: [0, 1_000, 2_000, 3_000, 4_000]))
        return LadderChange(
            try RecordID(reading: String(repeating: id, count: 32)), of: kind, version: version,
            to: version == 3 ? nil : times, because: .decision, made: Self.made)
    }

    @Test func `proposals follow each other by kind, and an old page changes nothing`() async throws {
        try await withBooks { book in
            let first = try change("a", version: 1)
            #expect(try await book.propose(first))
            #expect(try await book.propose(first))
            #expect(try await !book.propose(try change("b", version: 1)))
            #expect(try await !book.propose(try change("c", version: 3)))
            let second = try change("d", version: 2, goal: nil)
            let back = try change("e", version: 3)
            let another = try change("f", .custody, version: 1)
            for next in [second, back, another] { #expect(try await book.propose(next)) }
            #expect(try await book.changes() == [first, second, back, another])
        }
    }

    @Test func `only the newest proposal is approved, once, and only then it is in force`() async throws {
        try await withBooks { book in
            let old = try change("a", version: 1)
            let new = try change("b", version: 2)
            _ = try await book.propose(old)
            _ = try await book.propose(new)
            #expect(try await book.changes().inForce.isEmpty)
            #expect(try await !book.approve(old.id, Self.other))
            #expect(try await book.approve(new.id, Self.other))
            #expect(try await !book.approve(new.id, Self.other))
            #expect(try await book.changes().inForce == [.claim: new.approved(Self.other)])
            _ = try await book.propose(try change("c", version: 3))
            #expect(try await book.changes().inForce[.claim]?.version == 2)
            let unknown = try RecordID<LadderChange>(reading: String(repeating: "9", count: 32))
            #expect(try await !book.approve(unknown, Self.other))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `nobody approves alone, whatever the program says`(kind: DatabaseKind) async throws {
        try await kind.withDatabase { database, _ in
            let book = StoredLadderBook(on: database)
            let first = try change("a", version: 1)
            _ = try await book.propose(first)
            await #expect(throws: JournalFault.self) { try await book.approve(first.id, Self.made) }
            #expect(try await book.changes().inForce.isEmpty)
        }
    }

    @Test func `a rung never comes before the one below it, and no time is out of bounds`() {
        let day: Int64 = 86_400_000
        let rungs: [Int64] = [0, 1, 2, 3, 4]
        #expect(LadderChange.Times(goal: 1_000, rungs: rungs) != nil)
        #expect(LadderChange.Times(goal: nil, rungs: [0, 0, 0, 0, 366 * day]) != nil)
        for wrong: [Int64] in [
            [], [0, 1, 2, 3], [0, 2, 1, 3, 4], [-1, 1, 2, 3, 4], [0, 1, 2, 3, 367 * day],
        ] {
            #expect(LadderChange.Times(goal: nil, rungs: wrong) == nil, "\(wrong)")
        }
        for goal: Int64 in [0, 999, -1, 367 * day] {
            #expect(LadderChange.Times(goal: goal, rungs: rungs) == nil, "\(goal)")
        }
    }
}
