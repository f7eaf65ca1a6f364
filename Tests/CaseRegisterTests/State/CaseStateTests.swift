import CaseRegister
import ReferralDomain
import Testing

struct CaseStateTests {
    @Test func `the first report opens the case under its reference`() throws {
        let report = try Reports.girlAtTheBar()
        let reference = try Reports.reference()
        #expect(CaseState().report(report, reference: reference) == [.sightingReported(report, reference)])

        let state = CaseState(after: try Histories.recorded([.sightingReported(report, reference)]))
        #expect(state.version == 1)
        #expect(state.standing == report)
        #expect(state.reference == reference)
        #expect(state.earlier.isEmpty)
    }

    @Test func `the same report again changes nothing`() throws {
        let state = try opened()
        #expect(state.report(try Reports.girlAtTheBar(), reference: try Reports.reference()).isEmpty)
    }

    @Test func `other content under the same id amends and keeps the first`() throws {
        var state = try opened()
        let amended = try Reports.inDangerAfterAll()
        let events = state.report(amended, reference: try Reports.reference())
        #expect(events == [.sightingAmended(amended)])

        for event in events { state.apply(event, at: Histories.moment) }
        #expect(state.version == 2)
        #expect(state.standing == amended)
        #expect(state.earlier == [try Reports.girlAtTheBar()])
        #expect(state.reference == (try Reports.reference()))
    }

    @Test func `a copy of the first report that arrives late does not undo the correction`() throws {
        var state = try opened()
        state.apply(.sightingAmended(try Reports.inDangerAfterAll()), at: Histories.moment)
        #expect(state.report(try Reports.girlAtTheBar(), reference: try Reports.reference()).isEmpty)
    }

    @Test func `without a claimed moment the last word stands`() throws {
        let first = try Reports.girlAtTheBar(claimedAt: nil)
        var state = CaseState(
            after: try Histories.recorded([.sightingReported(first, try Reports.reference())]))
        state.apply(.sightingAmended(try Reports.inDangerAfterAll(claimedAt: nil)), at: Histories.moment)
        #expect(state.report(first, reference: try Reports.reference()) == [.sightingAmended(first)])
    }

    @Test func `a report made before the one that stands is kept and does not stand`() throws {
        let late = try Reports.girlAtTheBar()
        var state = CaseState(
            after: try Histories.recorded([
                .sightingReported(try Reports.inDangerAfterAll(), try Reports.reference())
            ]))
        let events = state.report(late, reference: try Reports.reference())
        #expect(events == [.sightingAmended(late)], "nothing that arrives is lost")

        for event in events { state.apply(event, at: Histories.moment) }
        #expect(state.standing == (try Reports.inDangerAfterAll()))
        #expect(state.earlier == [late])
        #expect(state.report(late, reference: try Reports.reference()).isEmpty)
    }

    private func opened() throws -> CaseState {
        CaseState(
            after: try Histories.recorded([
                .sightingReported(try Reports.girlAtTheBar(), try Reports.reference())
            ]))
    }
}
