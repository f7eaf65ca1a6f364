public import CaseRegister

/// Why an acknowledgement was not taken. None carries content.
public enum AcknowledgementFailure: Error, Hashable, Sendable {
    /// No such link: never handed out, expired, or altered. All look the same.
    case unknown
    /// The digits are not the ones; how many tries are left.
    case wrongCode(left: Int)
    /// There is no code to type: none was handed out, it ran out, or it was tried too often.
    case noCode
    /// A name or a post is missing.
    case unsigned
    /// The unit that asked has no key to seal a name to.
    case noKey
    case desk(DeskFailure)
}
