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

    /// What the actor has to do with the case at this moment.
    public var relation: CaseRelation { CaseRelation(of: acting, to: state, at: now, under: rules) }

    /// Checks a declared time: not ahead of the clock, and not before the case.
    func check(declaredAt: Instant?) throws(Refusal) {
        guard let declared = declaredAt else { return }
        let earliest = (state.opened?.happened ?? now).adding(milliseconds: -86_400_000)
        guard declared <= now, declared >= earliest else { throw .declaredTime }
    }

    /// The events to record; none where it stands already.
    ///
    /// - Throws: why not. An act that is refused and recorded throws here too: `outcome(of:)` has its events.
    public func events(for act: CaseAct) throws(Refusal) -> [CaseEvent] {
        let outcome = outcome(of: act)
        if let refusal = outcome.refusal { throw refusal }
        return outcome.events
    }

    /// What comes of an act: the events to record, the refusal, or both.
    ///
    /// - Parameter declaredAt: when it is said to have happened; checked only where the actor may act at all.
    public func outcome(of act: CaseAct, declaredAt: Instant? = nil) -> Outcome {
        do {
            try checkAllowed(act)
            try check(declaredAt: declaredAt)
            return try decide(act)
        } catch { return Outcome([], refusal: error) }
    }

    private func decide(_ act: CaseAct) throws(Refusal) -> Outcome {
        switch act {
        case .claim: Outcome(try claim())
        case .handOver(let next): Outcome(try handOver(to: next))
        case .settleFact(let fact, let value): Outcome(try settle(fact, value))
        case .merge(let other): Outcome(try merge(other))
        case .addPerson(let person, let age): Outcome(try add(person, age))
        case .pause(let obligation, let reason, let until):
            Outcome(try pause(obligation, because: reason, until: until))
        case .resume(let obligation): Outcome(try resume(obligation))
        case .takeWord(let obligation): Outcome(try takeWord(obligation))
        case .climb(let obligation, let rung): Outcome(try climb(obligation, to: rung))
        case .breakGlass(let second, let reason): Outcome(try breakGlass(with: second, because: reason))
        case .reviewGlass(let by, let verdict): Outcome(try reviewGlass(of: by, verdict))
        case .askClosing(let reason): Outcome(try askClosing(because: reason))
        case .close(let reason): Outcome(try close(because: reason))
        case .reopen(let reason): Outcome(try reopen(because: reason))
        case .refer(let referrals): Outcome(try refer(referrals))
        case .referral(let id, let verb): Outcome(try referral(id, verb))
        case .person(let id, let verb): try person(id, verb)
        }
    }

    /// The role, the relation and the state of the case, before anything else is looked at.
    private func checkAllowed(_ act: CaseAct) throws(Refusal) {
        let relation = relation
        guard state.version > 0 else { throw .unknown }
        guard ActPolicy.allows(act.kind, to: acting.role, relation) || isRepeatedRejection(act, relation)
        else {
            throw relation == .none ? .unknown : .notNow(nil)
        }
        if relation == .none, state.isImplicated(acting.institution, under: rules) { throw .unknown }
        if ActPolicy.allows(act.kind, relation, at: state.stage) || isRepeatedEnd(act) { return }
        switch state.stage {
        case .merged, .closed: throw .closed
        case .unclaimed, .claimed: throw .notOwner
        }
    }

    /// Whether a receiver that has said no says the same again: that is already so, and not a refusal.
    private func isRepeatedRejection(_ act: CaseAct, _ relation: CaseRelation) -> Bool {
        guard relation == .former, case .referral(let id, let verb) = act, case .reject = verb,
            let referral = state.referral(id)
        else { return false }
        return referral.isAddressed(to: acting) && isAlreadySo(verb, referral)
    }

    /// Whether the act is the one that ended the case, sent again.
    private func isRepeatedEnd(_ act: CaseAct) -> Bool {
        if case .close(let reason) = act, state.closed != nil { return state.closing?.reason == reason }
        if case .merge(let other) = act, state.closed == nil { return state.mergedInto == other }
        return false
    }
}
