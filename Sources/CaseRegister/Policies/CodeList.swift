/// The names of the coded lists that acts are checked against, as `ProtocolRules.codes` has them.
public enum CodeList: String, CaseIterable, Sendable {
    case recipientChanges = "recipient-change-reasons"
    case rejections = "rejection-reasons"
    case holds = "hold-reasons"
    case recalls = "recall-reasons"
    case releases = "release-reasons"
    case glass = "glass-reasons"
    case pauses = "pause-reasons"
    case closings = "closing-reasons"
    case reopenings = "reopening-reasons"
    case custodyEnds = "custody-end-reasons"
    case shreds = "shred-reasons"
    case retellings = "retelling-reasons"
    case verdicts = "glass-verdicts"
    case languages, goals, fields
}
