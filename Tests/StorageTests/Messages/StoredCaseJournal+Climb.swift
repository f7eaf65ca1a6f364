import CaseRegister
import ReferralDomain
import Storage

extension StoredCaseJournal {
    /// Writes that the ladder climbed, as its keeper does.
    func climb(_ obligation: String, _ rung: Rung, in id: CaseID, at instant: Instant) async throws {
        let stands = try await history(of: id).count
        _ = try await append(
            [NewEvent(.file(.ladderClimbed(obligation: obligation, rung)))], to: id, after: stands,
            stamp: Stamp(actor: .ladder, instant: instant))
    }
}
