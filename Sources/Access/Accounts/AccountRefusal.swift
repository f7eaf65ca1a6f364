public import CaseRegister

/// Why something about an account was not done.
public enum AccountRefusal: Error, Hashable, Sendable {
    /// It does not exist, or is not theirs to know of.
    case unknown
    /// The second factor is not fresh.
    case stepUpNeeded
    /// The role may not invite such a role, or no unit of this institution has it.
    case notAllowed
    /// There is something already: setting up happens once, and a code belongs to one account.
    case taken
    /// The invitation was used, has run out, or one of its halves is wrong.
    case invitation
    case passphrase(PassphraseRule.Finding)
    /// The paper key is not the one that was printed last.
    case recoveryKey
    /// The six digits are none of this moment.
    case code
    case busy
    case fault(JournalFault)
    /// A key did not open what it should: the data is not what was written.
    case damaged
}
