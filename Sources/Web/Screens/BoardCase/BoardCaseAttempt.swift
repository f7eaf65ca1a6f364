import CaseRegister

/// What the coordinator asked of one clock and did not get, with what was typed, so that nothing is lost.
struct BoardCaseAttempt: Equatable, Sendable {
    let obligation: String
    let failure: DeskFailure
    var pauseReason = ""
    var pauseDay = ""
    /// Whether the day could not be read or cannot be meant.
    var isDayWrong = false
}
