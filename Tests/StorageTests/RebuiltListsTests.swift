import CaseRegister
import GRDB
import ReferralDomain
import Testing

@testable import Storage

/// The lists are nothing but the journal read once more, whatever happened and whatever is owed by it.
struct RebuiltListsTests {
    private static let start: Int64 = 1_795_000_000_000

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `lists that grew under the rules of the catalogue are those that the journal makes anew`(
        seed: UInt64
    )
        async throws
    {
        try await World.withFolder { folder in
            let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
            let journal = try StoredCaseJournal(underRealRules: database)
            try await Self.fill(journal, cases: 20, seed: seed)
            let grown = try Self.lists(in: database)
            #expect(try await journal.compareRebuilt(keeping: false).differing.isEmpty)
            #expect(try await journal.compareRebuilt(keeping: true).differing.isEmpty)
            #expect(try Self.lists(in: database) == grown)
            try await journal.refreshObligations()
            #expect(try Self.lists(in: database) == grown)
            #expect(try await journal.verifyChain() == nil)
            try database.close()
        }
    }

    @Test func `the draws are of every kind of event, and fill every kind of duty and every column`()
        async throws
    {
        try await World.withFolder { folder in
            let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
            let journal = try StoredCaseJournal(underRealRules: database)
            for seed in 1...6 as ClosedRange<UInt64> {
                try await Self.fill(journal, cases: 25, seed: seed, from: Int(seed) * 100)
            }
            let (names, kinds, empty) = try await database.pool.read { connection in
                let names = try Set(
                    String.fetchAll(connection, sql: "SELECT DISTINCT name FROM journal_event"))
                let kinds = try Set(
                    String.fetchAll(connection, sql: "SELECT DISTINCT kind FROM obligation_row"))
                let empty = try Self.columns.filter { column in
                    try Int.fetchOne(
                        connection,
                        sql: "SELECT count(\(column)) FROM obligation_row") == 0
                }
                return (names, kinds, empty)
            }
            #expect(names.count == 50, "every kind but the correction of a report: \(names.sorted())")
            #expect(kinds == Set(Obligation.Kind.allCases.map(\.rawValue)))
            #expect(empty.isEmpty, "columns that no duty filled")
            try database.close()
        }
    }

    @Test func `a row that somebody changed is counted, and stays while it is only compared`() async throws {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let database = try SQLiteDatabase(at: path)
            let journal = try StoredCaseJournal(underRealRules: database)
            try await Self.fill(journal, cases: 20, seed: 3)
            let whole = try Self.lists(in: database)
            try await World.stranger(at: path).write { connection in
                try connection.execute(
                    sql: """
                        UPDATE obligation_row SET end_ms = end_ms - 1
                        WHERE rowid IN (SELECT rowid FROM obligation_row LIMIT 2)
                        """)
                try connection.execute(
                    sql:
                        "UPDATE referral_row SET waited_ms = 7 WHERE rowid = (SELECT min(rowid) FROM referral_row)"
                )
            }
            let changed = try Self.lists(in: database)
            let found = try await journal.compareRebuilt(keeping: false)
            #expect(found.differing == ["obligation_row": 2, "referral_row": 1])
            #expect(try Self.lists(in: database) == changed)
            #expect(try await journal.compareRebuilt(keeping: true).differing == found.differing)
            #expect(try Self.lists(in: database) == whole)
            try database.close()
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

    private static let columns = [
        "unit", "person", "referral", "rule", "legal_due_ms", "target_due_ms", "paused_until_ms", "climbed",
        "next_rung", "next_rung_ms",
    ]

    private static func lists(in database: SQLiteDatabase) throws -> [[Row]] {
        try database.pool.read { connection in
            try ["case_row", "obligation_row", "referral_row"].map { table in
                try Row.fetchAll(connection, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
            }
        }
    }
}
