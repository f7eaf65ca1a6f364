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
    private let unlock: @Sendable () -> UnitKeyPair?

    /// The key pair of the unit, unlocked by each who asks for it; nil for a role that opens nothing sealed.
    ///
    /// Most pages show nothing sealed: their requests never have the key in memory.
    public var keys: UnitKeyPair? { unlock() }

    public init(
        acting: Acting, session: String, formToken: String, steppedUpUntil: Instant? = nil,
        keys: @autoclosure @escaping @Sendable () -> UnitKeyPair? = nil
    ) {
        self.acting = acting
        self.session = session
        self.formToken = formToken
        self.steppedUpUntil = steppedUpUntil
        unlock = keys
    }

    /// Whether the second factor was shown lately, as a reveal, a search or a change of accounts needs.
    public func isSteppedUp(at now: Instant) -> Bool { steppedUpUntil.map { now < $0 } ?? false }
}
