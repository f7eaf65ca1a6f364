/// Where a referral stands. Each state names who acts next and which clock runs.
public enum ReferralState: String, CaseIterable, Sendable {
    case drafted
    /// The receiver was told by voice; nobody has named who heard it.
    case called
    case sent
    /// A machine of the receiver has it; no person has.
    case delivered
    /// A named person of the receiver has it.
    case acknowledged
    case accepted
    /// The receiver answers for the person.
    case custodyReceived = "custody-received"
    case done
    case onHold = "on-hold"
    case rejected
    case recalled

    /// Whether somebody still owes an act.
    public var isOpen: Bool {
        switch self {
        case .done, .rejected, .recalled: false
        case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived, .onHold: true
        }
    }
}
