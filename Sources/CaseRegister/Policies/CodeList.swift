/// The names of the coded lists that acts are checked against, as `ProtocolRules.codes` has them.
public enum CodeList: String, CaseIterable, Sendable {
    /// The steps that an adult must have agreed to.
    case consentSteps = "consent-steps"
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

    /// The name of the list of the steps that need agreement to one purpose, such as `consent-steps.shelter`;
    /// a step that is only in `consent-steps` needs agreement to care.
    public static func steps(for purpose: Purpose) -> String {
        "\(consentSteps.rawValue).\(purpose.rawValue)"
    }
}
