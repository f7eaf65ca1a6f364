import CaseRegister
import ReferralDomain
import Storage
import Testing

@testable import Reports

/// All books of releases keep the same promises.
struct ReleaseBookTests {
    private static let made = Stamp(
        actor: try! ActorID(reading: "CO-01"), instant: Instant(millisecondsSinceEpoch: 1_000))
    private static let other = Stamp(
        actor: try! ActorID(reading: "PR-01"), instant: Instant(millisecondsSinceEpoch: 2_000))

    private func withBooks(_ story: (any ReleaseBook) async throws -> Void) async throws {
        try await story(MemoryReleaseBook())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in try await story(StoredReleaseBook(on: database)) }
        }
    }

    /// A release in which some cells are printed and some are hidden.
    private func release(_ id: Character, _ period: String, isOpen: Bool = true) throws -> FigureRelease {
        let period = try #require(FigurePeriod(reading: period))
        let scheme = FigureScheme(
            period, places: (["150101", "150103"], ["fistrap", "upe"]), bodies: .init())
        let cubes = scheme.cubes.map { cube in
            SafeRelease(cube, printed: (0..<cube.cellCount).map { $0 % 3 == 0 ? nil : $0 * 5 })
        }
        let table = OpenPack.Table(dimension: "form", epsilon: PrivacyBudget.table, counts: [12, nil, 11])
        let times = [
            TimeFigure(.tell, "upe", count: 15, median: 5, ninetieth: 40),
            TimeFigure(.arrive, "fistrap", count: nil, median: nil, ninetieth: nil),
        ]
        let figures = ReleasedFigures(
            scheme: scheme, cut: Self.made.instant, catalogHash: "abc", cubes: cubes, times: times,
            open: isOpen ? OpenPack(tables: [table]) : nil)
        return FigureRelease(
            try RecordID(reading: String(repeating: id, count: 32)), figures,
            checksum: String(repeating: "0", count: 64), made: Self.made)
    }

    @Test func `a release comes back as it was proposed, and is approved once`() async throws {
        try await withBooks { book in
            let first = try release("a", "2026-q1")
            #expect(try await book.propose(first))
            #expect(try await book.propose(first))
            #expect(try await book.releases() == [first])
            #expect(try await book.approve(first.id, Self.other))
            #expect(try await !book.approve(first.id, Self.other))
            #expect(try await !book.discard(first.id, Self.other))
            #expect(try await book.releases().map(\.approved) == [Self.other])
        }
    }

    @Test func `no two releases of the same days stand`() async throws {
        try await withBooks { book in
            let (first, same) = (try release("a", "2026-q1"), try release("b", "2026-q1"))
            let (year, next) = (try release("c", "2026"), try release("d", "2026-q2"))
            #expect(try await book.propose(first))
            #expect(try await !book.propose(same))
            #expect(try await !book.propose(year))
            #expect(try await book.propose(next))
            #expect(try await book.discard(first.id, Self.made))
            #expect(try await book.propose(same))
        }
    }

    @Test func `the budget of a year is never exceeded, and what is taken back stays spent`() async throws {
        try await withBooks { book in
            let packs = PrivacyBudget.year.count / OpenPack.cost.count
            for (place, id) in "0123".prefix(packs).enumerated() {
                let release = try release(id, "2026-q1")
                #expect(try await book.propose(release))
                #expect(
                    try await book.spent(in: 2026).spent.count == (place + 1) * OpenPack.cost.count)
                #expect(try await book.discard(release.id, Self.other))
            }
            #expect(try await book.spent(in: 2026).left == .init(0))
            let (more, closed) = (try release("e", "2026-q1"), try release("f", "2026-q1", isOpen: false))
            let earlier = try release("b", "2025-q4")
            #expect(try await !book.propose(more))
            #expect(try await book.propose(closed))
            #expect(try await book.propose(earlier))
            #expect(try await book.spent(in: 2025).spent == OpenPack.cost)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `nobody publishes alone, whatever the program says`(kind: DatabaseKind) async throws {
        try await kind.withDatabase { database, _ in
            let book = StoredReleaseBook(on: database)
            let first = try release("a", "2026-q1")
            #expect(try await book.propose(first))
            await #expect(throws: JournalFault.self) { try await book.approve(first.id, Self.made) }
            #expect(try await book.releases().allSatisfy(\.isWaiting))
        }
    }
}
