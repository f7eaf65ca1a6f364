public import ReferralDomain

/// The messages that are to leave. They are written where the events are, in the same transaction.
public protocol MessageOutbox: Sendable {
    /// Takes messages whose time has come; no other sender gets them before the claim ends.
    func claim(
        _ claim: SenderClaim, at now: Instant, most: Int
    ) async throws(JournalFault) -> [ClaimedMessage]

    /// Writes down what came of a try; false where the claim had run out and somebody else has it.
    func settle(
        _ claimed: ClaimedMessage, _ result: MessageResult, at now: Instant
    ) async throws(JournalFault) -> Bool

    /// What the cases must still be told: which referral was delivered, which was not.
    func untold(most: Int) async throws(JournalFault) -> [DeliveryNews]

    /// Remembers that a case was told.
    func told(_ news: DeliveryNews) async throws(JournalFault)

    /// The newest messages of a state, and how many each state has.
    func messages(_ state: MessageState, most: Int) async throws(JournalFault) -> [OutboxMessage]
    func count() async throws(JournalFault) -> [MessageState: Int]

    /// Takes a dead letter up again; false where it is none.
    func retry(_ id: MessageID, at now: Instant) async throws(JournalFault) -> Bool

    /// Drops what ended before a moment: a code and an hour are kept no longer than they are of use.
    func forget(endedBefore instant: Instant) async throws(JournalFault)

    /// Which of these cases have a message that nobody took and that is still owed.
    func unreached(among cases: [CaseID]) async throws(JournalFault) -> Set<CaseID>
}

/// That a referral was delivered, or that no channel took its message.
public struct DeliveryNews: Hashable, Sendable {
    public let message: MessageID
    public let caseID: CaseID
    public let referral: ReferralID
    public let channel: Channel
    public let isDelivered: Bool

    public init(
        of message: MessageID, in caseID: CaseID, _ referral: ReferralID, by channel: Channel,
        isDelivered: Bool
    ) {
        self.message = message
        self.caseID = caseID
        self.referral = referral
        self.channel = channel
        self.isDelivered = isDelivered
    }
}
