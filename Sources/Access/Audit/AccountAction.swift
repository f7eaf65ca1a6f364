/// What entering and the care of accounts write into the log.
public enum AccountAction: String, CaseIterable, Sendable {
    case entered
    case entryRefused = "entry-refused"
    case steppedUp = "stepped-up"
    case stepUpRefused = "step-up-refused"
    case passphraseChanged = "passphrase-changed"
    case invited = "account-invited"
    case accepted = "account-accepted"
    case ended = "account-ended"
    case sessionsEnded = "sessions-ended"
    case recoveryMade = "recovery-made"
    case unitFounded = "unit-founded"
    case unitRecovered = "unit-recovered"
    case recoveryRefused = "recovery-refused"
}
