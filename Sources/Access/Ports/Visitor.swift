public import CaseRegister
public import ReferralDomain

/// Somebody with a live session, as every staff page receives them.
public struct Visitor: Sendable {
    public let acting: Acting
    /// The public half of the session, for the list of sessions; never the token.
    public let session: String
    /// What every form of this session must carry back.
    public let formToken: String
    /// Until when the second factor counts as fresh; nil where it does not.
    public let steppedUpUntil: Instant?

    public init(acting: Acting, session: String, formToken: String, steppedUpUntil: Instant? = nil) {
        self.acting = acting
        self.session = session
        self.formToken = formToken
        self.steppedUpUntil = steppedUpUntil
    }
}
