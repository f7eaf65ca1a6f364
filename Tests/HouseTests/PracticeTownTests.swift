import CaseRegister
import Composition
import ReferralDomain
import Testing

/// The invented town: the same everywhere, well-formed, and of nobody.
struct PracticeTownTests {
    private static let now = Instant(millisecondsSinceEpoch: 1_795_000_000_000)

    @Test func `one seed makes one town, another makes another`() throws {
        #expect(try Self.town(1) == Self.town(1))
        #expect(try Self.town(1) != Self.town(2))
    }

    @Test func `a part of the town is the same part of the whole`() throws {
        let whole = try Self.town(1)
        #expect(try Self.town(1, 40..<60) == Array(whole[40..<60]))
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `every history is in order and ends before now`(seed: UInt64) throws {
        for history in try Self.town(seed) {
            #expect(history.map(\.version) == Array(1...history.count))
            let times = history.map(\.stamp.instant)
            #expect(times == times.sorted() && times.allSatisfy { $0 <= Self.now })
            for recorded in history { #expect(try JournalEntry(recorded).recorded() == recorded) }
        }
    }

    @Test func `old cases are closed and the newest are open`() throws {
        let states = try Self.town(5).map { CaseState(after: $0) }
        #expect(states.prefix(160).allSatisfy { !$0.isOpen })
        #expect(states.suffix(40).allSatisfy { $0.isOpen })
        let people = states.flatMap(\.people)
        #expect(people.contains { $0.age.countsAsChild } && people.contains { !$0.age.countsAsChild })
    }

    @Test func `no two cases of a town have the same reference, even if all else is the same`() throws {
        var town = Self.empty(1)
        let twice = try Self.part(0..<3, of: &town) + Self.part(0..<3, of: &town)
        let references = twice.compactMap { history in
            if case .sightingReported(_, let reference) = history.first?.event { reference } else { nil }
        }
        #expect(references.count == 6 && Set(references).count == 6)
    }

    private static func town(_ seed: UInt64, _ numbers: Range<Int> = 0..<200) throws -> [[RecordedEvent]] {
        var town = empty(seed)
        return try part(numbers, of: &town)
    }

    private static func empty(_ seed: UInt64) -> PracticeTown {
        PracticeTown(
            seed: seed, catalog: .init(version: "2026.11.1", hash: "9f86d081"), duties: ["duty-integrity"])
    }

    private static func part(_ numbers: Range<Int>, of town: inout PracticeTown) throws -> [[RecordedEvent]] {
        try town.cases(
            numbers, of: 200, from: now.adding(milliseconds: -200 * 86_400_000), to: now, lastOpen: 40)
    }
}
