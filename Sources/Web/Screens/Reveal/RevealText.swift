import Catalog

/// The words of opening one sealed field, and of keys that are still to be given.
enum RevealText: String, TextKey {
    case title = "reveal.title"
    case watermark = "reveal.watermark"
    case hint = "reveal.hint"
    case back = "reveal.back"
    case keysTitle = "reveal.keys-title"
    case keysOwed = "reveal.keys-owed"
    case keysOwedDo = "reveal.keys-owed-do"
    case keysFailed = "reveal.keys-failed"
    case keysFailedDo = "reveal.keys-failed-do"
}
