public import CaseRegister
public import ReferralDomain

/// Sessions, each found by the hash of its token.
public protocol SessionStore: Sendable {
    /// Keeps a session; of the account's others the oldest end until no more than `most` are left.
    func add(_ session: SessionRecord, most: Int) async throws(JournalFault)

    func session(_ lookup: String) async throws(JournalFault) -> FoundSession?

    /// Writes the last use.
    func touch(_ lookup: String, at instant: Instant) async throws(JournalFault)

    func stepUp(_ lookup: String, until instant: Instant) async throws(JournalFault)

    /// The sessions of an account, the newest first, those that have run out among them.
    func sessions(of account: ActorID) async throws(JournalFault) -> [SessionRecord]

    /// Ends one session of an account by its public id.
    func endSession(_ id: String, of account: ActorID) async throws(JournalFault)

    /// Ends the sessions of an account, but one.
    func endSessions(of account: ActorID, except lookup: String?) async throws(JournalFault)
}
