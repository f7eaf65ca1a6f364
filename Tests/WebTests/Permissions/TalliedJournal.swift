import CaseRegister
import ReferralDomain

/// A journal that is counted.
struct TalliedJournal: CaseJournal {
    let cases: TownCases
    let tally: PortTally

    func history(of id: CaseID) async -> [RecordedEvent] {
        tally.note("history")
        return await cases.history(of: id)
    }

    func caseID(of reference: CaseReference) async -> CaseID? {
        tally.note("caseID")
        return await cases.caseID(of: reference)
    }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int {
        tally.note("append")
        return try await cases.append(events, to: id, after: expected, stamp: stamp)
    }
}
