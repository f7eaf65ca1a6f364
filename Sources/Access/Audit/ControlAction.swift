/// What the control centre writes into the log: the change of the shift, and the emergency accesses.
public enum ControlAction: String, CaseIterable, Sendable {
    /// Written before the case has its new owner.
    case handedOver = "case-handed-over"
    /// Written before the case is open.
    case emergencyOpened = "emergency-opened"
    /// With the reason why it was refused; a case that does not exist is written down like any other.
    case emergencyRefused = "emergency-refused"
    /// Another body said that it stopped: which, how and by which post; written before the journal has it.
    case stopSaid = "stop-said"
    /// Which paper of the case; written before it leaves.
    case paperMade = "paper-made"
}
