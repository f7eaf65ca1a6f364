/// How a person may be reached without harm. The number itself is sealed; these are only the rules.
public struct SafeContact: Hashable, Sendable {
    /// The channels that are safe; none means: do not contact.
    public let channels: [String]
    /// From which hour of the day, 0 to 23, and before which, 1 to 24, in Lima.
    public let fromHour: Int
    public let beforeHour: Int
    /// Whether a message may say that an institution writes. When false only a neutral sender may be used.
    public let mayNameInstitution: Bool

    public init(channels: [String], fromHour: Int, beforeHour: Int, mayNameInstitution: Bool) {
        self.channels = channels
        self.fromHour = fromHour
        self.beforeHour = beforeHour
        self.mayNameInstitution = mayNameInstitution
    }
}
