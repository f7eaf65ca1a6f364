import Access
import CaseRegister
import ReferralDomain

/// The own account: sessions, a fresh second factor, a new passphrase, an invitation.
struct AccountModel: Sendable {
    let account: ActorID
    let session: String
    let sessions: [SessionRecord]
    let roles: [Role]
    /// Whether a new paper key of the unit may be made here.
    let printsKey: Bool
    /// Waking of browsers; nil where the house does not, or not for this role.
    let push: Push?
    let outcome: Outcome?
    /// What was made and is shown this once.
    let made: MadeOnce?

    struct Push: Equatable, Sendable {
        /// The public half of the key of the house.
        let key: String
        /// How many browsers of the account are woken.
        let count: Int
    }

    enum Outcome: Equatable, Sendable {
        case fresh, changed, ended, done, needed, refused, notAllowed, busy, wakeFailed
        case wakes(Bool)
        case wait(seconds: Int)
        case passphrase(PassphraseRule.Finding)
        case broken

        /// Whether it says that something was done.
        var isGood: Bool {
            switch self {
            case .fresh, .changed, .ended, .done, .wakes: true
            case .needed, .refused, .notAllowed, .busy, .wakeFailed, .wait, .passphrase, .broken: false
            }
        }

        init(_ refusal: AccountRefusal) {
            switch refusal {
            case .stepUpNeeded: self = .needed
            case .unknown, .notAllowed, .taken, .invitation, .recoveryKey: self = .notAllowed
            case .passphrase(let finding): self = .passphrase(finding)
            case .code: self = .refused
            case .busy: self = .busy
            case .fault, .damaged: self = .broken
            }
        }

        init(_ refusal: EntryRefusal) {
            switch refusal {
            case .refused: self = .refused
            case .wait(let seconds): self = .wait(seconds: seconds)
            case .busy: self = .busy
            case .fault: self = .broken
            }
        }
    }
}

/// What is shown once and never again.
enum MadeOnce: Sendable {
    case invitation(Invitation)
    case recovery(String)
}
