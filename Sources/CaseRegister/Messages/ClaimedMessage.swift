/// A message that one sender holds for a moment, with all that decides by which channel it goes.
public struct ClaimedMessage: Sendable {
    public let message: OutboxMessage
    /// Who holds it.
    public let sender: SenderID
    /// The number of this try, from 1 on.
    public let attempt: Int
    /// The addresses that it may go to.
    public let channels: [UnitChannel]
    /// The tries before this one.
    public let tried: [Try]
    /// How often earlier messages about the same thing used each channel.
    public let usedBefore: [ChannelID: Int]
    /// Whether what it is about is still owed.
    public let isOwed: Bool
    /// Whether the case was told already that nobody could be reached.
    public let hasWarned: Bool
    /// The digits that prove an address; nil for every other message.
    public let digits: String?

    public struct Try: Hashable, Sendable {
        public let channel: ChannelID
        /// Whether the same address would refuse again.
        public let isFinal: Bool

        public init(_ channel: ChannelID, isFinal: Bool) {
            self.channel = channel
            self.isFinal = isFinal
        }
    }

    public init(
        _ message: OutboxMessage, by sender: SenderID, attempt: Int, channels: [UnitChannel], tried: [Try],
        usedBefore: [ChannelID: Int], isOwed: Bool, hasWarned: Bool, digits: String?
    ) {
        self.message = message
        self.sender = sender
        self.attempt = attempt
        self.channels = channels
        self.tried = tried
        self.usedBefore = usedBefore
        self.isOwed = isOwed
        self.hasWarned = hasWarned
        self.digits = digits
    }
}
