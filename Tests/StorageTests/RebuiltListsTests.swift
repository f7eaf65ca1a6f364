import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// The lists are nothing but the journal read once more, whatever happened and whatever is owed by it.
struct RebuiltListsTests {
    private static let start: Int64 = 1_795_000_000_000

    @Test(arguments: DatabaseKind.allCases, 1...4 as ClosedRange<UInt64>)
    func `lists that grew under the rules of the catalogue are those that the journal makes anew`(
        kind: DatabaseKind, seed: UInt64
    )
        async throws
    {
        try await kind.withDatabase { database, _ in
            let journal = try StoredCaseJournal(underRealRules: database)
            try await Self.fill(journal, cases: 20, seed: seed)
            let grown = try await database.lists()
            #expect(try await journal.compareRebuilt(keeping: false).differing.isEmpty)
            #expect(try await journal.compareRebuilt(keeping: true).differing.isEmpty)
            #expect(try await database.lists() == grown)
            try await journal.refreshObligations()
            #expect(try await database.lists() == grown)
            #expect(try await journal.verifyChain() == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the draws are of every kind of event, and fill every kind of duty and every column`(
        kind: DatabaseKind
    )
        async throws
    {
        try await kind.withDatabase { database, _ in
            let journal = try StoredCaseJournal(underRealRules: database)
            for seed in 1...6 as ClosedRange<UInt64> {
                try await Self.fill(journal, cases: 25, seed: seed, from: Int(seed) * 100)
            }
            let (names, kinds, filled) = try await database.read { session in
                (
                    Set(try session.rows("SELECT DISTINCT name FROM journal_event").map { try $0.text(0) }),
                    Set(try session.rows("SELECT DISTINCT kind FROM obligation_row").map { try $0.text(0) }),
                    try session.rows(
                        """
                        SELECT count(unit), count(person), count(referral), count(rule), count(legal_due_ms),
                            count(target_due_ms), count(paused_until_ms), count(climbed), count(next_rung),
                            count(next_rung_ms)
                        FROM obligation_row
                        """)
                )
            }
            #expect(names.count == 50, "every kind but the correction of a report: \(names.sorted())")
            #expect(kinds == Set(Obligation.Kind.allCases.map(\.rawValue)))
            let counts = try #require(filled.first)
            for column in 0..<10 {
                #expect(try counts.integer(column) > 0, "no duty filled column \(column)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a row that somebody changed is counted, and stays while it is only compared`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase { database, stranger in
            let journal = try StoredCaseJournal(underRealRules: database)
            try await Self.fill(journal, cases: 20, seed: 3)
            let whole = try await database.lists()
            try stranger.plant(
                """
                UPDATE obligation_row SET end_ms = end_ms - 1
                WHERE (case_id, obligation) IN (SELECT case_id, obligation FROM obligation_row LIMIT 2)
                """,
                """
                UPDATE referral_row SET waited_ms = 7
                WHERE (case_id, referral) IN (SELECT case_id, referral FROM referral_row LIMIT 1)
                """)
            let changed = try await database.lists()
            let found = try await journal.compareRebuilt(keeping: false)
            #expect(found.differing == ["obligation_row": 2, "referral_row": 1])
            #expect(try await database.lists() == changed)
            #expect(try await journal.compareRebuilt(keeping: true).differing == found.differing)
            #expect(try await database.lists() == whole)
        }
    }

    /// Cases to which events of every kind happened.
    static func fill(
        _ journal: StoredCaseJournal, cases: Int, seed: UInt64, from first: Int = 1
    ) async throws {
        var dice = Dice(seed: seed)
        for number in first..<(first + cases) {
            let instant = Instant(millisecondsSinceEpoch: start + Int64(number) * 60_000)
            let stamp = Stamp(actor: try ActorID(reading: "OP-01"), instant: instant)
            let id = try await journal.record(try Reports.report(number), stamp: stamp).id
            var story = try WholeHistory(of: number, under: journal.rules(), at: instant, with: &dice)
            for step in 1...Int.random(in: 4...14, using: &dice) {
                let history = try await journal.history(of: id)
                story.follow(history)
                let later = instant.adding(milliseconds: Int64(step) * 30_000_000)
                _ = try await journal.append(
                    try story.batch(with: &dice), to: id, after: history.count,
                    stamp: Stamp(actor: stamp.actor, instant: later))
            }
        }
    }
}
