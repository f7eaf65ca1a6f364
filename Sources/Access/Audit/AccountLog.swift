import CaseRegister
import ReferralDomain

/// Writes who entered and who changed which account, before it takes effect: what is not logged is not done.
public struct AccountLog: Sendable {
    private let log: any AuditLog

    public init(_ log: any AuditLog) { self.log = log }

    /// Writes one act.
    ///
    /// - Parameters:
    ///   - other: the account that it is done to; nil for the own one.
    ///   - unit: nil where nobody knows it, as of an account that does not exist.
    func note(
        _ action: AccountAction, to other: ActorID? = nil, by account: ActorID, of unit: UnitID?,
        at now: Instant
    ) async throws(JournalFault) {
        guard let unit = unit ?? (try? UnitID(reading: Self.noUnit)) else { return }
        let objects = other.map { [$0.text] } ?? []
        try await log.commit(
            AuditEntry(action.rawValue, on: objects, because: nil, by: (account, unit), at: now))
    }

    /// Writes what whoever stands at the machine did, without an account.
    func noteAtMachine(
        _ action: AccountAction, to other: ActorID?, of unit: UnitID, at now: Instant
    ) async throws(JournalFault) {
        guard let machine = try? ActorID(reading: Self.machine) else { return }
        try await note(action, to: other, by: machine, of: unit, at: now)
    }

    /// Stands for whoever stands at the machine.
    static let machine = "machine"

    /// Stands for the unit of an account that does not exist.
    private static let noUnit = "unknown"
}
