/// What a message says; with the code of the case it is all that a message says.
public enum NoticeKind: String, CaseIterable, Sendable {
    /// A referral was sent to the unit.
    case task
    /// Nobody has answered, and the unit is reminded.
    case reminder
    /// Nobody has answered, and whoever stands above is told.
    case overdue
    /// What was asked must stop: recalled, or the person took consent back.
    case stop
    /// The unit that was asked has answered whoever asked.
    case answer
    /// The code that proves that an address is read by the unit.
    case code
}
