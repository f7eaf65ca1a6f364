/// How far a case has come, as far as it decides which acts there are at all.
public enum CaseStage: String, CaseIterable, Sendable {
    /// Reported, and in nobody's hands.
    case unclaimed
    case claimed
    /// It goes on as another case.
    case merged
    case closed
}

extension CaseState {
    /// The stage at which the case stands; closing wins, since nothing follows it but reopening.
    public var stage: CaseStage {
        if closed != nil { return .closed }
        if mergedInto != nil { return .merged }
        return unit == nil ? .unclaimed : .claimed
    }
}
