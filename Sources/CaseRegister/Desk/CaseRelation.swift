/// What somebody has to do with a case; decides what exists for them at all.
public enum CaseRelation: String, CaseIterable, Sendable {
    /// The reporter: the state of the own report only.
    case reporter
    /// The control centre or the case management of the municipality that owns the case, or may claim it.
    case owner
    /// A unit with a referral.
    case receiver
    /// The coordinator: clocks of every case, no content.
    case coordinator
    /// Somebody who broke the glass, for thirty minutes.
    case emergency
    /// Nothing: the case does not exist for them.
    case none

    public init(of acting: Acting, to state: CaseState) { self = .none }
}
