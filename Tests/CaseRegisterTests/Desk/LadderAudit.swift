import CaseRegister
import ReferralDomain

/// Looks at what a ladder has written, without the help of whoever wrote it.
struct LadderAudit {
    let rules: ProtocolRules
    /// The latest moment that any keeper has read from its clock.
    let latest: Instant

    enum Fault: String, CaseIterable {
        case twice, tooEarly, outOfOrder, missed
    }

    /// How often each mistake was made.
    func faults(in histories: [CaseID: [RecordedEvent]]) -> [Fault: Int] {
        var found: [Fault: Int] = [:]
        for history in histories.values { look(at: history, &found) }
        return found
    }

    private func look(at history: [RecordedEvent], _ found: inout [Fault: Int]) {
        var state = CaseState()
        var climbed: [String: [Rung]] = [:]
        var due: [String: Obligation.Due] = [:]
        for recorded in history {
            if case .file(.ladderClimbed(let obligation, let rung)) = recorded.event {
                let before = climbed[obligation, default: []]
                if before.contains(rung) { found[.twice, default: 0] += 1 }
                if rung.rawValue != before.count + 1 { found[.outOfOrder, default: 0] += 1 }
                if due[obligation].map({ $0.at > recorded.stamp.instant }) ?? true {
                    found[.tooEarly, default: 0] += 1
                }
                climbed[obligation] = before + [rung]
            }
            state.apply(recorded.event, at: recorded.moment)
            due = [:]
            for obligation in state.obligations(under: rules) { due[obligation.id] = obligation.nextRung }
        }
        found[.missed, default: 0] += due.values.filter { $0.at <= latest }.count
        if found[.missed] == 0 { found[.missed] = nil }
    }
}
