import CaseRegister
import ReferralDomain

/// The journal of one case in memory.
actor StoryJournal: CaseJournal {
    private(set) var entries: [RecordedEvent]

    init(_ entries: [RecordedEvent]) { self.entries = entries }

    func history(of id: CaseID) -> [RecordedEvent] { entries }

    func caseID(of reference: CaseReference) -> CaseID? { nil }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int {
        guard expected == entries.count else { throw .overtaken(stands: entries.count) }
        for event in events {
            entries.append(
                RecordedEvent(
                    position: Int64(entries.count + 1), caseID: id, version: entries.count + 1, event: event,
                    stamp: stamp))
        }
        return entries.count
    }
}
