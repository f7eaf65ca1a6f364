public import CaseRegister

/// Why a release was not proposed or not published.
public enum ReleaseRefusal: Error, Hashable, Sendable {
    case notYours
    case secondFactorOld
    /// The period has not ended: what comes later could be told from the difference.
    case notOver
    /// One that overlaps it stands, or the budget of the year was spent meanwhile.
    case taken
    /// It does not wait for a second person any more.
    case overtaken
    case fault(JournalFault)
}
