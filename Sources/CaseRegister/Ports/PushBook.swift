public import ReferralDomain

/// The browsers that are woken, kept apart from everything about cases.
public protocol PushBook: Sendable {
    /// How many an account has.
    func count(of account: ActorID) async throws(JournalFault) -> Int

    /// Keeps one. A browser wakes for whoever asked last, and of an account's the oldest goes where there are too many.
    func add(_ subscription: PushSubscription, most: Int) async throws(JournalFault)

    /// Forgets all of an account.
    func removeAll(of account: ActorID) async throws(JournalFault)

    /// Takes those whose time has come; no other sender gets them before the claim ends.
    func claim(
        _ claim: SenderClaim, at now: Instant, most: Int
    ) async throws(JournalFault) -> [ClaimedWake]

    /// Writes down what came of it; nothing where somebody else has it by now.
    func settle(_ wake: ClaimedWake, _ result: ClaimedWake.Result) async throws(JournalFault)
}
