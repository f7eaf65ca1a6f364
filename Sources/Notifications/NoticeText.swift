public import Catalog
public import CaseRegister

/// The words of the messages: the act and the code of the case, nothing else (P4, A23, A24).
public enum NoticeText: String, TextKey {
    case subject = "messages.subject"
    case task = "messages.task"
    case reminder = "messages.reminder"
    case overdue = "messages.overdue"
    case stop = "messages.stop"
    case answer = "messages.answer"
    case code = "messages.code"
    /// What a browser says that was woken.
    case wake = "messages.wake"

    /// The text of a kind of message.
    public init(_ kind: NoticeKind) {
        self =
            switch kind {
            case .task: .task
            case .reminder: .reminder
            case .overdue: .overdue
            case .stop: .stop
            case .answer: .answer
            case .code: .code
            }
    }
}
