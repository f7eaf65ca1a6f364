public import ReferralDomain

/// From which side somebody acts on a referral: with the role, the row of the table of verbs.
public enum VerbSide: String, CaseIterable, Sendable {
    /// The control centre or case management that owns the case.
    case sender
    /// The same, for a body without accounts: it writes down what that body says.
    case proxy
    /// A member of the unit that the referral was sent to.
    case receiver
    /// The holder of the one-time link, who has no account.
    case link

    /// The side of a role with a relation; nil for whoever may do nothing.
    ///
    /// - Parameter hasUnit: whether the receiver has accounts of its own.
    public init?(_ role: Role, _ relation: CaseRelation, account: ActorID, hasUnit: Bool) {
        if [.operator, .caseManager].contains(role), relation == .owner {
            self = hasUnit ? .sender : .proxy
        } else if role == .officer, relation == .receiver {
            self = account == .link ? .link : .receiver
        } else {
            return nil
        }
    }
}
