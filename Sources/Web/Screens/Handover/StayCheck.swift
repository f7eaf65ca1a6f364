import Access
import CaseRegister
import ReferralDomain

/// Looks whether somebody may end the session that they hold, wherever they ask for it.
///
/// Only leaving is refused: a session that nobody uses ends by itself, as everywhere.
struct StayCheck: Sendable {
    let room: StaffRoom

    /// Why an operator cannot leave yet; nil where no person hangs on a case of theirs.
    func view(for visitor: Visitor) async throws -> StayView? {
        guard visitor.acting.role == .operator else { return nil }
        let held = try await HandoverShift(room: room).cases(of: visitor).filter(\.hasOpenCustody)
        guard !held.isEmpty else { return nil }
        return StayView(
            codes: held.map(\.reference), head: room.head(visitor, on: .handover), texts: room.site.texts)
    }
}
