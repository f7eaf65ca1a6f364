public import ReferralDomain

/// Something that happened to one referral.
public enum ReferralEvent: Hashable, Sendable {
    case drafted(ReferralDraft)
    /// The receiver was called; `answered` is what the caller says.
    case called(answered: Bool)
    case sent(Channel)
    case delivered(Channel)
    /// No channel of the receiver took the message; the last one that was tried.
    case undelivered(Channel)
    case acknowledged(Proof, Channel)
    case accepted
    /// Coded; the body that should act instead, where it was named.
    case rejected(reason: String, suggested: String?)
    case held(reason: String, review: Instant)
    case resumed
    case recalled(reason: String)
    case custodyReceived(post: String)
    case done(Evidence)
}

/// What a referral asks, of whom and why.
public struct ReferralDraft: Hashable, Sendable {
    /// The person it is about; nil where the case has none yet.
    public let person: PersonID?
    /// The step of the catalogue.
    public let step: String
    /// The institution of the catalogue.
    public let institution: String
    /// The unit of that institution, where it has accounts.
    public let unit: UnitID?
    /// The rule of time that the step stands under, such as `D-10`; nil for "sin plazo legal".
    public let deadline: String?
    /// Where somebody chose another body than the route: the coded reason.
    public let changedBecause: String?

    public init(
        person: PersonID? = nil, step: String, institution: String, unit: UnitID? = nil,
        deadline: String? = nil, changedBecause: String? = nil
    ) {
        self.person = person
        self.step = step
        self.institution = institution
        self.unit = unit
        self.deadline = deadline
        self.changedBecause = changedBecause
    }
}
