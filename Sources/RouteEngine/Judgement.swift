public import ReferralDomain

/// The verdict on a condition together with the facts on which an open verdict hangs.
public struct Judgement: Equatable, Sendable {
    public let verdict: Verdict
    /// Empty unless the verdict is open.
    public let openFacts: FactSet

    static let holds = Judgement(verdict: .holds, openFacts: FactSet())
    static let fails = Judgement(verdict: .fails, openFacts: FactSet())
}
