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
}
