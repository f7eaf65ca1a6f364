import CaseRegister
import ReferralDomain
import Storage
import Web

/// Whether a house should be given visitors, asked anew each time.
struct Readiness: Sendable {
    let database: any SQLDatabase
    let onServer: Bool
    let tail: CheckpointTail
    let journal: StoredCaseJournal
    let clock: @Sendable () -> Instant

    func faults() async -> [ReadinessFault] {
        let pulse: RegisterPulse
        do {
            pulse = try await RegisterPulse(
                of: database, onServer: onServer, at: clock().millisecondsSinceEpoch)
        } catch {
            return [.database]
        }
        var faults: [ReadinessFault] = []
        if pulse.schema != RegisterPulse.known { faults.append(.schema) }
        if database.stoppedBy != nil { faults.append(.stopped) }
        if await tail.alarm(of: journal) != nil { faults.append(.journal) }
        return faults
    }
}
