import CaseRegister
import Catalog

/// The words of the outbox, and what the other pages say about messages.
enum MessagesText: String, TextKey {
    case title = "outbox.title"
    case lead = "outbox.lead"
    case open = "outbox.open"
    case off = "outbox.off"
    case offDo = "outbox.off-do"
    case failed = "outbox.failed"
    case failedHint = "outbox.failed-hint"
    case failedNone = "outbox.failed-none"
    case waiting = "outbox.waiting"
    case waitingHint = "outbox.waiting-hint"
    case waitingNone = "outbox.waiting-none"
    case delivered = "outbox.delivered"
    case deliveredHint = "outbox.delivered-hint"
    case deliveredNone = "outbox.delivered-none"
    case needless = "outbox.needless"
    case code = "outbox.code"
    case what = "outbox.what"
    case unit = "outbox.unit"
    case channel = "outbox.channel"
    case attempts = "outbox.attempts"
    case outcome = "outbox.outcome"
    case next = "outbox.next"
    case written = "outbox.written"
    case retry = "outbox.retry"
    case retryOf = "outbox.retry-of"
    case retried = "outbox.retried"
    case gone = "outbox.gone"
    case email = "outbox.email"
    case sms = "outbox.sms"
    case webhook = "outbox.webhook"
    case task = "outbox.kind-task"
    case reminder = "outbox.kind-reminder"
    case overdue = "outbox.kind-overdue"
    case stop = "outbox.kind-stop"
    case answer = "outbox.kind-answer"
    case proof = "outbox.kind-code"
    case taken = "outbox.result-taken"
    case noChannel = "outbox.result-no-channel"
    case tooLate = "outbox.result-too-late"
    case restored = "outbox.result-restored"
    case unreached = "outbox.unreached"
    case unreachedDo = "outbox.unreached-do"
    case noMessages = "outbox.no-messages"

    /// A way out, in words.
    static func channel(_ kind: ChannelKind) -> MessagesText {
        switch kind {
        case .email: .email
        case .sms: .sms
        case .webhook: .webhook
        }
    }

    /// What came of a message, where it is no number of a server; nil where that number says most.
    static func result(_ outcome: String) -> MessagesText? {
        [
            "taken": taken, "no-channel": noChannel, "too-late": tooLate,
            OutboxMessage.Standing.restored: restored,
        ][outcome]
    }

    /// What a message says, in words.
    static func kind(_ kind: NoticeKind) -> MessagesText {
        switch kind {
        case .task: .task
        case .reminder: .reminder
        case .overdue: .overdue
        case .stop: .stop
        case .answer: .answer
        case .code: .proof
        }
    }
}
