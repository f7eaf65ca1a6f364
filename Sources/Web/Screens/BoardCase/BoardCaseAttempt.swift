import CaseRegister

/// What the coordinator asked of one clock and did not get, with what was typed, so that nothing is lost.
struct BoardCaseAttempt: Equatable, Sendable {
    let obligation: String
    let failure: DeskFailure
    var pauseReason = ""
    var pauseDay = ""
    /// Whether the day could not be read or cannot be meant.
    var isDayWrong = false
    /// The number and the day of the report of a visit; nil where another act was asked for.
    var visit: Visit?

    /// What was typed of a visit.
    struct Visit: Equatable, Sendable {
        let document: String
        let day: String
    }
}
