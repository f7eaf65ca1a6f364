public import CaseRegister
public import Sealing

/// What an inviter hands over: a half on paper and a half by voice. It is shown once.
public struct Invitation: Sendable {
    public let account: ActorID
    /// The half on paper.
    public let link: OneTimeLink
    /// The half by voice: six digits.
    public let spoken: String
}

/// What an invited person sees before choosing a passphrase.
public struct OpenedInvitation: Sendable {
    public let account: Account
    /// The address that an authenticator app reads from a QR.
    public let provisioning: String
    /// The same secret for typing by hand.
    public let secretText: String
}
