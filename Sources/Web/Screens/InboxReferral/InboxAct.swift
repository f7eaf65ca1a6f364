/// What the receiver of a referral can ask for: the value of the field with the verb.
enum InboxAct: String, CaseIterable, Sendable {
    case acknowledge
    /// Both in one tap.
    case acknowledgeAndAccept = "acknowledge-accept"
    case accept, reject, hold, resume
    case custody
    /// Shows what would be recorded.
    case review
    /// Records it.
    case record
    case confirmStop = "confirm-stop"
}
