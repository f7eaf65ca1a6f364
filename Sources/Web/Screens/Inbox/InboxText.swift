import Catalog

/// The words of the inbox.
enum InboxText: String, TextKey {
    case title = "inbox.title"
    case heading = "inbox.heading"
    case count = "inbox.count"
    case only = "inbox.only"
    case empty = "inbox.empty"
    case nothingOpen = "inbox.nothing-open"
    case past = "inbox.past"
    case ended = "inbox.ended"
    case pending = "inbox.pending"
    case duties = "inbox.duties"
    case dutiesHint = "inbox.duties-hint"
    case noDuties = "inbox.no-duties"
}
