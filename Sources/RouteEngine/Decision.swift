public import ReferralDomain

/// The route for one situation, as numbers: index `n` speaks of step `n` of the rulebook.
public struct Decision: Equatable, Sendable {
    public let statuses: [StepStatus]
    /// The facts on which a pending or precautionary step hangs.
    public let pendingOn: [FactSet]
    /// The institution of each step, by its number.
    public let institutions: [UInt8]
    /// The unknown, askable facts that can still change a step's status or institution.
    public let questions: FactSet
    /// The number of the first level whose condition holds.
    public let level: UInt8
    /// The steps in the order in which they should be done.
    public let order: [UInt8]
}
