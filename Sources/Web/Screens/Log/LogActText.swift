import Catalog

/// The words for every act that the log of leaves can hold.
enum LogActText: String, TextKey {
    case entered = "log.act-entered"
    case entryRefused = "log.act-entry-refused"
    case steppedUp = "log.act-stepped-up"
    case stepUpRefused = "log.act-step-up-refused"
    case passphraseChanged = "log.act-passphrase-changed"
    case accountInvited = "log.act-account-invited"
    case accountAccepted = "log.act-account-accepted"
    case accountEnded = "log.act-account-ended"
    case sessionsEnded = "log.act-sessions-ended"
    case recoveryMade = "log.act-recovery-made"
    case reveal = "log.act-reveal"
    case revealFailed = "log.act-reveal-failed"
    case revealRefused = "log.act-reveal-refused"
    case search = "log.act-search"
    case searchRefused = "log.act-search-refused"
    case keyCreated = "log.act-key-created"
    case keyShared = "log.act-key-shared"
    case keyWithdrawn = "log.act-key-withdrawn"
    case personShredded = "log.act-person-shredded"
    case logViewed = "log.act-log-viewed"
    case logChecked = "log.act-log-checked"
    case journalExported = "log.act-journal-exported"
    case dossierExported = "log.act-dossier-exported"
    case directoryCall = "log.act-directory-call"
    case directoryChange = "log.act-directory-change"
    case directoryConfirm = "log.act-directory-confirm"
    case caseHandedOver = "log.act-case-handed-over"
    case emergencyOpened = "log.act-emergency-opened"
    case emergencyRefused = "log.act-emergency-refused"
    case channelAdded = "log.act-channel-added"
    case channelVerified = "log.act-channel-verified"
    case channelFirst = "log.act-channel-first"
    case channelRemoved = "log.act-channel-removed"
    case messageRetried = "log.act-message-retried"

    /// The words for the code of a leaf; nil for one of an older program.
    init?(action: String) { self.init(rawValue: Self.start + action) }

    private static let start = "log.act-"
}
