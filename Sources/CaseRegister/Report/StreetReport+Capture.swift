public import ReferralDomain

extension StreetReport {
    /// What the app says of a report that waited on the phone: the phone's clock when it was sealed, the calls that
    /// were tried, and silent flags.
    public struct Capture: Hashable, Sendable {
        public let sentAt: Instant
        /// In the order in which they were tried.
        public let calls: [Call]
        /// Words, sorted.
        public let flags: [String]

        public init(sentAt: Instant, calls: [Call] = [], flags: [String] = []) {
            self.sentAt = sentAt
            self.calls = calls
            self.flags = flags.sorted()
        }

        /// Whoever sent it was forced: nobody may call the phone.
        public static let duress = "duress"
    }

    /// One call that was tried from the phone, as far as whoever called says.
    public struct Call: Hashable, Sendable {
        /// The step of the route that it belongs to.
        public let step: String
        public let answered: Answered
        public let at: Instant

        public init(_ step: String, _ answered: Answered, at instant: Instant) {
            self.step = step
            self.answered = answered
            at = instant
        }
    }

    /// Whether somebody answered; the phone cannot know, and asks.
    public enum Answered: String, CaseIterable, Sendable { case yes, no, unknown }

    /// Whether it was sent under duress.
    public var isUnderDuress: Bool { capture?.flags.contains(Capture.duress) ?? false }
}
