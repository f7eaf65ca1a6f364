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
}
