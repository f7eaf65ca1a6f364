import ReferralDomain

extension Referral {
    /// Takes one event in; an ended referral stays ended, whatever arrives late.
    mutating func apply(_ event: ReferralEvent, at moment: Moment) {
        switch event {
        case .drafted: return
        case .called(let answered):
            calls.append(Call(answered: answered, moment: moment))
            if answered { advance(to: .called, by: .phone, moment) }
        case .sent(let channel): advance(to: .sent, by: channel, moment)
        case .delivered(let channel):
            undelivered = nil
            advance(to: .delivered, by: channel, moment)
        case .undelivered:
            if state.isOpen { undelivered = moment }
        case .acknowledged(let proof, let channel):
            undelivered = nil
            self.proof = self.proof ?? proof
            advance(to: .acknowledged, by: channel, moment)
        case .accepted: advance(to: .accepted, by: nil, moment)
        case .held(let reason, let review):
            guard state.isOpen else { return }
            if heldFrom == nil { holds.append(Hold(began: moment.registered)) }
            heldFrom = heldFrom ?? state
            heldUntil = review
            self.reason = reason
            enter(.onHold, moment)
        case .resumed:
            guard let former = heldFrom else { return }
            leaveHold(at: moment)
            reason = nil
            enter(former, moment)
        case .rejected(let reason, let suggested):
            self.suggested = suggested
            end(.rejected, because: reason, moment)
        case .recalled(let reason): end(.recalled, because: reason, moment)
        case .custodyReceived: advance(to: .custodyReceived, by: nil, moment)
        case .done(let evidence):
            self.evidence = evidence
            end(.done, because: nil, moment)
        }
    }

    /// Notes the hop, and goes on where that is a step ahead; during a pause the step waits behind it.
    private mutating func advance(to next: ReferralState, by channel: Channel?, _ moment: Moment) {
        guard state.isOpen else { return }
        hops.append(Hop(next, by: channel, moment))
        if let former = heldFrom {
            if former.progress < next.progress { heldFrom = next }
        } else if state.progress < next.progress {
            state = next
        }
    }

    private mutating func end(_ last: ReferralState, because reason: String?, _ moment: Moment) {
        guard state.isOpen else { return }
        leaveHold(at: moment)
        self.reason = reason
        enter(last, moment)
    }

    private mutating func enter(_ next: ReferralState, _ moment: Moment) {
        state = next
        hops.append(Hop(next, by: nil, moment))
    }

    private mutating func leaveHold(at moment: Moment) {
        if heldFrom != nil, !holds.isEmpty { holds[holds.count - 1].ended = moment.registered }
        heldFrom = nil
        heldUntil = nil
    }
}

extension ReferralState {
    /// Whether nobody can have said yet who has it: until then only the sender pauses it.
    var precedesAcknowledgement: Bool { progress < ReferralState.acknowledged.progress }

    /// How far a referral has come: a state is never left for one that lies behind it.
    var progress: Int {
        switch self {
        case .drafted: 0
        case .called: 1
        case .sent: 2
        case .delivered: 3
        case .acknowledged: 4
        case .accepted: 5
        case .custodyReceived: 6
        case .onHold: 7
        case .done, .rejected, .recalled: 8
        }
    }
}
