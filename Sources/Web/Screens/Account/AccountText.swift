import Catalog

/// The words of the own account.
enum AccountText: String, TextKey {
    case title = "account.title"
    case elsewhere = "account.elsewhere"
    case sessions = "account.sessions"
    case session = "account.session"
    case this = "account.this"
    case end = "account.end"
    case stepUp = "account.step-up"
    case stepUpHint = "account.step-up-hint"
    case stepUpField = "account.step-up-field"
    case confirm = "account.confirm"
    case fresh = "account.fresh"
    case passphrase = "account.passphrase"
    case newPassphrase = "account.new-passphrase"
    case change = "account.change"
    case changed = "account.changed"
    case ended = "account.ended"
    case needed = "account.needed"
    case refused = "account.refused"
    case wait = "account.wait"
    case invite = "account.invite"
    case role = "account.role"
}
