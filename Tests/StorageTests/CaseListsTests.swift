import CaseRegister
import GRDB
import ReferralDomain
import Testing

@testable import Storage

/// Every list says what looking at every case would say, and walks along an index.
struct CaseListsTests {
    @Test(arguments: DatabaseKind.allCases, [1, 2, 3, 4, 5] as [UInt64])
    func `the lists say what a look at every case says`(kind: DatabaseKind, seed: UInt64) async throws {
        try await kind.withJournal { journal, database, _ in
            var dice = Dice(seed: seed)
            var model = ListsModel(cases: [])
            for number in 1...60 {
                let receipt = try await journal.record(try Reports.report(number), stamp: .street(at: 1))
                // Twice, so that the second rows must take the place of the first.
                for _ in 1...2 {
                    let rows = try RandomRows.rows(of: receipt.id, receipt.reference, version: 1, with: &dice)
                    model.cases.removeAll { $0.queue.id == receipt.id }
                    model.cases.append(rows)
                    #expect(await database.fault { try CaseProjection.replace(rows, in: $0) } == nil)
                }
            }
            try await Self.compare(journal, model)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a model without some of the cases is noticed`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, database, _ in
            var dice = Dice(seed: 9)
            var model = ListsModel(cases: [])
            for number in 1...20 {
                let receipt = try await journal.record(try Reports.report(number), stamp: .street(at: 1))
                let rows = try RandomRows.rows(of: receipt.id, receipt.reference, version: 1, with: &dice)
                model.cases.append(rows)
                #expect(await database.fault { try CaseProjection.replace(rows, in: $0) } == nil)
            }
            model.cases.removeFirst(10)
            await withKnownIssue { try await Self.compare(journal, model) }
        }
    }

    @Test func `every list walks along an index`() async throws {
        try await World.withJournal { journal, database, _ in
            let statements = Statements()
            try await database.pool.read { $0.trace { statements.add($0.expandedDescription) } }
            try await Self.askAll(journal)
            try await database.pool.read { $0.trace(nil) }
            let asked = Set(statements.all.filter { $0.hasPrefix("SELECT") })
            #expect(asked.count >= 15)
            for sql in asked {
                let plan = try await database.plan(of: sql)
                // The board counts everything that is owed, and reads it from an index alone.
                let isWhole = sql.contains("GROUP BY institution")
                #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql): \(plan)")
                for step in plan where step.hasPrefix("SCAN") {
                    #expect(isWhole && step.contains("COVERING INDEX"), "\(sql): \(plan)")
                }
            }
        }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            "UPDATE case_row SET reference = '2222-2223'", "UPDATE case_row SET case_id = 'x'",
            "UPDATE case_row SET next_kind = 'x', next_start_ms = 1",
            "UPDATE case_row SET owner = 'a name with spaces'",
        ])
    func `a row that nobody wrote is damage`(kind: DatabaseKind, planted: String) async throws {
        try await kind.withJournal { journal, _, stranger in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            try stranger.plant(planted)
            await #expect(throws: JournalFault.damaged) {
                try await journal.queue(of: "150101", from: 0, most: 10)
            }
        }
    }

    private static func askAll(_ journal: StoredCaseJournal) async throws {
        let (now, unit) = (RandomRows.now, try UnitID(reading: "upe-lima"))
        _ = try await journal.queue(of: "150101", from: 0, most: 10)
        _ = try await journal.queueCount(of: "150101", at: now)
        _ = try await journal.inbox(of: unit, most: 10)
        _ = try await journal.obligations(of: unit, most: 10)
        _ = try await journal.board(BoardQuestion(now: now))
        _ = try await journal.board(BoardQuestion(now: now, institution: "upe", onlyLate: false))
        for isGlass in [true, false] {
            var question = BoardQuestion(now: now, institution: isGlass ? nil : "upe")
            question.onlyGlass = isGlass
            _ = try await journal.board(question)
            question = BoardQuestion(now: now, institution: isGlass ? nil : "upe")
            question.onlyChildren = true
            _ = try await journal.board(question)
        }
        // Something must be owed before anybody is asked how fast it acknowledges.
        _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
        _ = try await journal.boardByInstitution(at: now)
        _ = try await journal.rungsDue(at: now, most: 10)
        _ = try await journal.places(of: "150101", at: now)
        _ = try await journal.reports(by: try ActorID(reading: "sereno-1"), most: 10)
        _ = try await journal.receipt(of: CaseReference(random: Array(repeating: 0, count: 14)))
    }

    private static func compare(_ journal: StoredCaseJournal, _ model: ListsModel) async throws {
        let now = RandomRows.now
        for place in RandomRows.municipalities {
            for (start, most) in [(0, 100), (3, 4)] {
                let queue = try await journal.queue(of: place, from: start, most: most)
                #expect(queue == model.queue(of: place, from: start, most: most))
            }
            let count = try await journal.queueCount(of: place, at: now)
            #expect(count == model.queueCount(of: place, at: now))
            let places = try await journal.places(of: place, at: now)
            #expect(places == model.places(of: place, at: now))
        }
        for unit in try RandomRows.units.map(UnitID.init(reading:)) {
            for most in [5, 100] {
                #expect(
                    try await journal.inbox(of: unit, most: most)
                        == model.inbox(of: unit, now: now, most: most))
                let owed = try await journal.obligations(of: unit, most: most)
                #expect(owed == model.obligations(of: unit, most: most))
            }
        }
        for question in questions {
            #expect(try await journal.board(question) == model.board(question))
        }
        #expect(try await journal.boardByInstitution(at: now) == model.boardByInstitution(at: now))
        #expect(try await journal.rungsDue(at: now, most: 20) == model.rungsDue(at: now, most: 20))
        for name in ["sereno-1", "sereno-2"] {
            let actor = try ActorID(reading: name)
            #expect(try await journal.reports(by: actor, most: 9) == model.reports(by: actor, most: 9))
        }
        #expect(try await journal.reports(by: .street, most: 9).isEmpty)
    }

    private static var questions: [BoardQuestion] {
        [nil, "upe", "serenazgo"].flatMap { institution in
            [true, false].flatMap { onlyLate in
                [7, 500].flatMap { most in
                    let whole = BoardQuestion(
                        now: RandomRows.now, institution: institution, onlyLate: onlyLate, most: most)
                    var (children, glass, harm) = (whole, whole, whole)
                    children.onlyChildren = true
                    glass.onlyGlass = true
                    harm.harm = 1
                    harm.onlyChildren = true
                    harm.from = 2
                    return [whole, children, glass, harm]
                }
            }
        }
    }
}
