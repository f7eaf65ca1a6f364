import CaseRegister
import ReferralDomain

/// The outbox as whoever keeps the house sees it: codes, never a case.
struct MessagesModel: Sendable {
    let now: Instant
    /// The ways that are on.
    let kinds: [ChannelKind]
    let counts: [MessageState: Int]
    let failed: [OutboxMessage]
    let waiting: [OutboxMessage]
    let delivered: [OutboxMessage]
    /// The message that was taken up again, or that could not be; nil where nothing was asked.
    var note: MessagesText?

    /// How many dead letters are shown.
    static let most = 50
    /// How many are shown of those with which there is nothing to do.
    static let mostAtRest = 20
}
