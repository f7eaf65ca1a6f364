import Access
import Catalog

/// The words of the care of the directory.
enum DirectoryCareText: String, TextKey {
    case title = "directory-care.title"
    case lead = "directory-care.lead"
    case crumb = "directory-care.crumb"
    case owed = "directory-care.owed"
    case owedHint = "directory-care.owed-hint"
    case owedNone = "directory-care.owed-none"
    case pending = "directory-care.pending"
    case pendingHint = "directory-care.pending-hint"
    case overdue = "directory-care.overdue"
    case overdueDo = "directory-care.overdue-do"
    case all = "directory-care.all"
    case allHint = "directory-care.all-hint"
    case contact = "directory-care.contact"
    case number = "directory-care.number"
    case state = "directory-care.state"
    case age = "directory-care.age"
    case care = "directory-care.care"
    case careOf = "directory-care.care-of"
    case confirmedOn = "directory-care.confirmed-on"
    case verifiedOn = "directory-care.verified-on"
    case untried = "directory-care.untried"
    case doubted = "directory-care.doubted"
    case failing = "directory-care.failing"
    case changed = "directory-care.changed"
    case inForce = "directory-care.in-force"
    case published = "directory-care.published"
    case hours = "directory-care.hours"
    case callTitle = "directory-care.call-title"
    case callHint = "directory-care.call-hint"
    case outcome = "directory-care.outcome"
    case answered = "directory-care.answered"
    case noAnswer = "directory-care.no-answer"
    case wrongNumber = "directory-care.wrong-number"
    case outOfService = "directory-care.out-of-service"
    case callSubmit = "directory-care.call-submit"
    case changeTitle = "directory-care.change-title"
    case changeHint = "directory-care.change-hint"
    case newNumber = "directory-care.new-number"
    case newExtension = "directory-care.new-extension"
    case reason = "directory-care.reason"
    case officialNotice = "directory-care.official-notice"
    case officialPage = "directory-care.official-page"
    case toldOnThePhone = "directory-care.told-on-the-phone"
    case correction = "directory-care.correction"
    case changeSubmit = "directory-care.change-submit"
    case confirm = "directory-care.confirm"
    case confirmOther = "directory-care.confirm-other"
    case confirmedBy = "directory-care.confirmed-by"
    case calls = "directory-care.calls"
    case callsNone = "directory-care.calls-none"
    case changes = "directory-care.changes"
    case changesNone = "directory-care.changes-none"
    case version = "directory-care.version"
    case by = "directory-care.by"
    case when = "directory-care.when"
    case standing = "directory-care.standing"
    case waiting = "directory-care.waiting"
    case late = "directory-care.late"
    case numberWrong = "directory-care.number-wrong"
    case extensionWrong = "directory-care.extension-wrong"
    case chooseOne = "directory-care.choose-one"
    case notDone = "directory-care.not-done"
    case secondFactor = "directory-care.second-factor"
    case overtaken = "directory-care.overtaken"
    case samePerson = "directory-care.same-person"
    case fault = "directory-care.fault"

    /// What came of a call, in words.
    static func outcome(_ outcome: ContactCall.Outcome) -> DirectoryCareText {
        switch outcome {
        case .answered: .answered
        case .noAnswer: .noAnswer
        case .wrongNumber: .wrongNumber
        case .outOfService: .outOfService
        }
    }

    /// Why a number was changed, in words.
    static func reason(_ reason: NumberChange.Reason) -> DirectoryCareText {
        switch reason {
        case .officialNotice: .officialNotice
        case .officialPage: .officialPage
        case .toldOnThePhone: .toldOnThePhone
        case .correction: .correction
        }
    }
}
