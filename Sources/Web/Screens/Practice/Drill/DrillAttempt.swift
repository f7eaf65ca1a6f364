import Catalog

/// Everything that somebody did in one drill.
struct DrillAttempt: Sendable {
    let scene: Scene
    let trail: DrillTrail
    /// Whether they said that there is no case.
    let saysNoCase: Bool
    let marked: [Identifier<Indicator>]
    /// Which option was taken to each question.
    let choices: [Int?]
}
