import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

struct LateReportTests {
    @Test(arguments: DatabaseKind.allCases)
    func `a report made earlier that arrives later is kept and changes nothing in the list`(
        kind: DatabaseKind
    )
        async throws
    {
        try await kind.withJournal { journal, database, _ in
            let later = try Reports.report(1, danger: "yes", claimedAt: 2_000)
            let earlier = try Reports.report(1, danger: "no", claimedAt: 1_000)
            _ = try await journal.record(later, stamp: Stamp.street(at: 10))
            _ = try await journal.record(earlier, stamp: Stamp.street(at: 11))
            #expect(try await journal.history(of: later.id).count == 2)
            let level = try await database.read { try $0.rows("SELECT level FROM case_row").first?.text(0) }
            #expect(level == "red")
            try await journal.rebuildProjections()
            let again = try await database.read { try $0.rows("SELECT level FROM case_row").first?.text(0) }
            #expect(again == "red")
        }
    }
}
