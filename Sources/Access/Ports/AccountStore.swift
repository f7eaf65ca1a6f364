public import CaseRegister
public import ReferralDomain

/// Units and their accounts.
public protocol AccountStore: Sendable {
    /// Keeps a new unit; false where its id is taken.
    func add(_ unit: UnitRecord) async throws(JournalFault) -> Bool

    func unit(_ id: UnitID) async throws(JournalFault) -> UnitRecord?

    /// Replaces the lock of the paper key.
    func setRecovery(_ locked: [UInt8], of unit: UnitID) async throws(JournalFault)

    /// Keeps a new account; false where its code is taken.
    func add(_ record: AccountRecord) async throws(JournalFault) -> Bool

    func account(_ id: ActorID) async throws(JournalFault) -> AccountRecord?

    /// The accounts of a unit, by code, ended ones among them.
    func accounts(of unit: UnitID) async throws(JournalFault) -> [Account]

    /// Every code that an account or an open invitation has.
    func codes() async throws(JournalFault) -> Set<ActorID>

    /// Replaces the lock of the passphrase.
    func setLockedKey(_ locked: [UInt8], of id: ActorID) async throws(JournalFault)

    /// Ends an account and all its sessions in one step, and takes an open invitation of it away.
    func end(_ id: ActorID, at instant: Instant) async throws(JournalFault)

    /// Uses a step of the six digits; false where it, or a later one, was used before.
    func useStep(_ step: Int64, of id: ActorID) async throws(JournalFault) -> Bool
}
