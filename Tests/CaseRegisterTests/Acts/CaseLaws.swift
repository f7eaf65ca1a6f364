import CaseRegister
import ReferralDomain

/// What must hold of every case, whatever was done with it; each check names what is broken.
enum CaseLaws {
    /// What is wrong with a story; nil where every law holds.
    static func fault(in story: Story) -> String? {
        let state = story.state
        if state.version != story.history.count { return "the version is not the number of events" }
        if state != CaseState(after: story.history) { return "the fold differs from the state that was kept" }
        for person in state.people {
            if let fault = CustodyLedgerTests.fault(in: person) { return "custody: \(fault)" }
        }
        for referral in state.referrals {
            if let fault = fault(in: referral) { return fault }
        }
        return clockFault(in: story) ?? storageFault(in: story)
    }

    /// A state is entered only from one that lies before it; an answer in a pause waits behind it.
    private static func fault(in referral: Referral) -> String? {
        var state = ReferralState.drafted
        for hop in referral.hops.dropFirst() where hop.state != state {
            let isEarlier = progress(hop.state) <= progress(state)
            if state == .onHold, !ends.contains(hop.state) {
                state = hop.state
                continue
            }
            if isEarlier { continue }
            guard next(after: state).contains(hop.state) else { return "\(state) went to \(hop.state)" }
            state = hop.state
        }
        return nil
    }

    private static func next(after state: ReferralState) -> Set<ReferralState> {
        let leave: Set<ReferralState> = [.onHold, .recalled]
        return switch state {
        case .drafted: leave.union([.called, .sent])
        case .called: leave.union([.sent, .acknowledged, .rejected])
        case .sent: leave.union([.delivered, .acknowledged, .rejected])
        case .delivered: leave.union([.acknowledged, .rejected])
        case .acknowledged: leave.union([.accepted, .rejected])
        case .accepted: leave.union([.custodyReceived, .done, .rejected])
        case .custodyReceived: leave.union([.done, .rejected])
        case .onHold: [.rejected, .recalled]
        case .done, .rejected, .recalled: []
        }
    }

    private static let ends: Set<ReferralState> = [.done, .rejected, .recalled]

    private static func progress(_ state: ReferralState) -> Int {
        let order: [ReferralState] = [
            .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived, .onHold,
        ]
        return order.firstIndex(of: state) ?? order.count
    }

    /// No time that a client declared stands where the registered one belongs.
    private static func clockFault(in story: Story) -> String? {
        let ticks = Set(story.history.map(\.stamp.instant))
        let hops = story.state.referrals.flatMap(\.hops).map(\.moment)
        let spans = story.state.people.flatMap(\.custody.spans).map(\.from)
        let known = hops + spans + [story.state.opened, story.state.claimed].compactMap(\.self)
        return known.allSatisfy { ticks.contains($0.registered) } ? nil : "a registered time was declared"
    }

    /// What was recorded is what is read from the words in which it is stored.
    private static func storageFault(in story: Story) -> String? {
        for recorded in story.history {
            guard let read = try? JournalEntry(recorded).recorded(), read == recorded else {
                return "\(recorded.event.name) is stored as something else"
            }
        }
        return nil
    }
}
