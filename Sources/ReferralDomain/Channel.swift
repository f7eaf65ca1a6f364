/// The way by which a receiver is told.
public enum Channel: String, CaseIterable, Sendable {
    case inSystem = "in-system"
    case phone
    case oneTimeLink = "one-time-link"
    case email
    case sms
    case radio
    case paper
    case inPerson = "in-person"
}
