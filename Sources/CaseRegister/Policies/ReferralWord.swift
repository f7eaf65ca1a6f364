/// The name of what may be done with a referral: a button, a refusal, a row of the table.
public enum ReferralWord: String, CaseIterable, Sendable {
    case call, send, deliver, acknowledge, accept, reject, hold, resume, recall
    case receiveCustody = "receive-custody"
    case complete
    /// One rung of the ladder by hand: the act is `CaseAct.climb` to the reminder.
    case remind
}

extension ReferralVerb {
    /// The name of the verb in the table.
    public var word: ReferralWord {
        switch self {
        case .call: .call
        case .send: .send
        case .deliver: .deliver
        case .acknowledge: .acknowledge
        case .accept: .accept
        case .reject: .reject
        case .hold: .hold
        case .resume: .resume
        case .recall: .recall
        case .receiveCustody: .receiveCustody
        case .complete: .complete
        }
    }
}
