public import ReferralDomain

/// Which verbs stand open in which state, to which side: the one table behind the buttons, the refusals and
/// the golden test.
public enum VerbTable {
    /// The verbs in the order of the buttons; none where nothing is to be done.
    ///
    /// - Parameter heldFrom: of a referral on hold, the state before: whoever paused it goes on with it.
    public static func verbs(
        for side: VerbSide, in state: ReferralState, heldFrom: ReferralState? = nil
    ) -> [ReferralWord] {
        switch side {
        case .sender: sender(state, heldFrom)
        case .receiver: receiver(state, heldFrom)
        case .link: link(state)
        case .proxy: proxy(state, heldFrom)
        }
    }

    /// The verbs of somebody on one referral; none where it is not theirs.
    public static func verbs(
        on referral: Referral, for acting: Acting, _ relation: CaseRelation
    ) -> [ReferralWord] {
        let side = VerbSide(
            acting.role, relation, account: acting.account, hasUnit: referral.draft.unit != nil)
        guard let side, side == .sender || side == .proxy || referral.isAddressed(to: acting) else {
            return []
        }
        return verbs(for: side, in: referral.state, heldFrom: referral.heldFrom)
    }

    private static func sender(_ state: ReferralState, _ heldFrom: ReferralState?) -> [ReferralWord] {
        switch state {
        case .drafted: [.call, .send, .hold, .recall]
        case .called: [.acknowledge, .call, .send, .hold, .recall]
        case .sent: [.acknowledge, .call, .send, .deliver, .remind, .hold, .recall]
        case .delivered: [.acknowledge, .call, .send, .remind, .hold, .recall]
        case .acknowledged, .accepted, .custodyReceived: [.call, .remind, .recall]
        case .onHold: isSenders(heldFrom) ? [.resume, .call, .recall] : [.call, .remind, .recall]
        case .done, .rejected, .recalled: []
        }
    }

    private static func receiver(_ state: ReferralState, _ heldFrom: ReferralState?) -> [ReferralWord] {
        switch state {
        case .drafted: []
        case .called, .sent, .delivered: [.acknowledge, .reject]
        case .acknowledged: [.accept, .reject, .hold]
        case .accepted: [.receiveCustody, .complete, .hold, .reject]
        case .custodyReceived: [.complete, .hold, .reject]
        case .onHold: isSenders(heldFrom) ? [.reject] : [.resume, .reject]
        case .done, .rejected, .recalled: []
        }
    }

    private static func link(_ state: ReferralState) -> [ReferralWord] {
        switch state {
        case .called, .sent, .delivered: [.acknowledge, .reject]
        case .acknowledged: [.accept, .reject]
        case .drafted, .accepted, .custodyReceived, .onHold, .done, .rejected, .recalled: []
        }
    }

    /// What both sides may do, each verb once.
    private static func proxy(_ state: ReferralState, _ heldFrom: ReferralState?) -> [ReferralWord] {
        let own = sender(state, heldFrom)
        return own + receiver(state, heldFrom).filter { !own.contains($0) }
    }

    /// Before anybody has acknowledged, only the sender can have paused it.
    private static func isSenders(_ heldFrom: ReferralState?) -> Bool {
        heldFrom?.precedesAcknowledgement ?? false
    }
}
