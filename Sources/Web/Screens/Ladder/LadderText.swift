import Access
import Catalog

/// The words of the ladder.
enum LadderText: String, TextKey {
    case title = "ladder.title"
    case lead = "ladder.lead"
    case noteTitle = "ladder.note-title"
    case note = "ladder.note"
    case edition = "ladder.edition"
    case rungs = "ladder.rungs"
    case caption = "ladder.caption"
    case captionHint = "ladder.caption-hint"
    case duty = "ladder.duty"
    case owner = "ladder.owner"
    case goal = "ladder.goal"
    case byRule = "ladder.by-rule"
    case rung = "ladder.rung"
    case atOnce = "ladder.at-once"
    case silence = "ladder.silence"
    case noSilence = "ladder.no-silence"
    case minutes = "ladder.minutes"
    case seconds = "ladder.seconds"
    case hours = "ladder.hours"
    case days = "ladder.days"
    case noteRead = "ladder.note-read"
    case change = "ladder.change"
    case notLaw = "ladder.not-law"
    case notDone = "ladder.not-done"
    case timesWrong = "ladder.times-wrong"
    case reasonMissing = "ladder.reason-missing"
    case secondFactor = "ladder.second-factor"
    case overtaken = "ladder.overtaken"
    case samePerson = "ladder.same-person"
    case fault = "ladder.fault"
    case times = "ladder.times"
    case what = "ladder.what"
    case inForce = "ladder.in-force"
    case published = "ladder.published"
    case publishedIs = "ladder.published-is"
    case changeTitle = "ladder.change-title"
    case changeHint = "ladder.change-hint"
    case changeSubmit = "ladder.change-submit"
    case resetTitle = "ladder.reset-title"
    case resetHint = "ladder.reset-hint"
    case resetSubmit = "ladder.reset-submit"
    case reason = "ladder.reason"
    case decision = "ladder.reason-decision"
    case measured = "ladder.reason-measured"
    case correction = "ladder.reason-correction"
    case changes = "ladder.changes"
    case changesNone = "ladder.changes-none"
    case version = "ladder.version"
    case second = "ladder.second"
    case by = "ladder.by"
    case when = "ladder.when"
    case toCatalog = "ladder.to-catalog"
    case approvedBy = "ladder.approved-by"
    case replaced = "ladder.replaced"
    case waiting = "ladder.waiting"
    case approve = "ladder.approve"
    case approveOther = "ladder.approve-other"

    /// Why times were changed, in words.
    static func reason(_ reason: LadderChange.Reason) -> LadderText {
        switch reason {
        case .decision: .decision
        case .measured: .measured
        case .correction: .correction
        }
    }
}
