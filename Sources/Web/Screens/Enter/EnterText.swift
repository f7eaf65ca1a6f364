import Catalog

/// The words of the page of entering.
enum EnterText: String, TextKey {
    case title = "enter.title"
    case lead = "enter.lead"
    case leadLink = "enter.lead-link"
    case account = "enter.account"
    case accountHint = "enter.account-hint"
    case passphrase = "enter.passphrase"
    case code = "enter.code"
    case codeHint = "enter.code-hint"
    case shared = "enter.shared"
    case submit = "enter.submit"
    case refused = "enter.refused"
    case wait = "enter.wait"
    case busy = "enter.busy"
    case ended = "enter.ended"
    case unreachable = "enter.unreachable"
    case cannot = "enter.cannot"
    case cannotDo = "enter.cannot-do"
    case invited = "enter.invited"
    case logged = "enter.logged"
    case resumeTitle = "enter.resume-title"
    case resumeLead = "enter.resume-lead"
    case resume = "enter.resume"
}
