public import CaseRegister
public import ReferralDomain
public import Sealing

/// Somebody with a live session, as every staff page receives them.
public struct Visitor: Sendable {
    public let acting: Acting
    /// The public half of the session, for the list of sessions; never the token.
    public let session: String
    /// What every form of this session must carry back.
    public let formToken: String
    /// Until when the second factor counts as fresh; nil where it does not.
    public let steppedUpUntil: Instant?
    /// The key pair of the unit, unlocked for this request only; nil for a role that opens nothing sealed.
    public let keys: UnitKeyPair?

    public init(
        acting: Acting, session: String, formToken: String, steppedUpUntil: Instant? = nil,
        keys: UnitKeyPair? = nil
    ) {
        self.acting = acting
        self.session = session
        self.formToken = formToken
        self.steppedUpUntil = steppedUpUntil
        self.keys = keys
    }

    /// Whether the second factor was shown lately, as a reveal, a search or a change of accounts needs.
    public func isSteppedUp(at now: Instant) -> Bool { steppedUpUntil.map { now < $0 } ?? false }
}
