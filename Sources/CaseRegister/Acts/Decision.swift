public import ReferralDomain

/// One act on one case at one moment: what happens, or why not.
///
/// A pure function of its members: the same act on the same case decides the same.
public struct Decision: Sendable {
    let state: CaseState
    let id: CaseID
    let acting: Acting
    let now: Instant
    let rules: ProtocolRules

    public init(state: CaseState, id: CaseID, by acting: Acting, at now: Instant, rules: ProtocolRules) {
        self.state = state
        self.id = id
        self.acting = acting
        self.now = now
        self.rules = rules
    }

    /// Checks a declared time: not ahead of the clock, and not before the case.
    func check(declaredAt: Instant?) throws(Refusal) {
        guard let declared = declaredAt else { return }
        let earliest = (state.opened?.happened ?? now).adding(milliseconds: -86_400_000)
        guard declared <= now, declared >= earliest else { throw .declaredTime }
    }

    /// The events to record; none where it stands already.
    public func events(for act: CaseAct) throws(Refusal) -> [CaseEvent] { [] }
}
