/// What a route says of one step.
public enum StepStatus: UInt8, Sendable {
    case notNeeded
    /// Hangs on facts that nobody has settled.
    case pending
    case required
    /// Required although facts are open, because not knowing never delays protection.
    case requiredByPrecaution

    public var isRequired: Bool { self == .required || self == .requiredByPrecaution }
}
