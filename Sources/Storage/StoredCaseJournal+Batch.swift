public import CaseRegister
import ReferralDomain

extension StoredCaseJournal {
    /// One transaction for all: whoever reads meanwhile sees none of them, and a fault leaves none behind.
    public func recordNew(
        _ reports: [StreetReport], stamp: Stamp
    ) async throws(JournalFault) -> [Receipt] {
        let receipts = try await database.write { session in
            var receipts: [Receipt] = []
            for report in reports {
                let history = try CaseHistory(of: report.id, in: session)
                var state = CaseState(after: history.events)
                let isHere = !history.events.isEmpty
                let reference: CaseReference
                if let known = state.reference {
                    reference = known
                } else {
                    reference = try newReference(in: session)
                    let event = NewEvent(.sightingReported(report, reference))
                    state = try append(
                        [event], to: report.id, (state, history.end), stamp: stamp, in: session)
                }
                receipts.append(
                    Receipt(
                        id: report.id, reference: reference, version: state.reports,
                        receivedAt: state.opened?.registered ?? stamp.instant, isRepeat: isHere))
            }
            return receipts
        }
        if receipts.contains(where: { !$0.isRepeat }) { await pulse.beat() }
        return receipts
    }
}
