import CaseRegister
import ReferralDomain
import Testing

/// Protects: buttons, refusals and this file say the same of every state.
struct VerbTableTests {
    @Test func `the table of verbs is what was agreed`() throws {
        var lines: [String] = []
        for side in VerbSide.allCases {
            lines.append("# \(side.rawValue)")
            for state in ReferralState.allCases where state != .onHold {
                lines.append(line(state.rawValue, VerbTable.verbs(for: side, in: state)))
            }
            for former in [ReferralState.sent, .accepted] {
                let verbs = VerbTable.verbs(for: side, in: .onHold, heldFrom: former)
                lines.append(line("on-hold from \(former.rawValue)", verbs))
            }
            lines.append("")
        }
        try GoldenFile.expect(lines.joined(separator: "\n"), is: "verb-table.txt")
    }

    @Test func `every verb stands open to somebody, and none after the end`() {
        var reached: Set<ReferralWord> = []
        for side in VerbSide.allCases {
            for state in ReferralState.allCases {
                let verbs = VerbTable.verbs(for: side, in: state, heldFrom: .accepted)
                #expect(Set(verbs).count == verbs.count)
                #expect(state.isOpen || verbs.isEmpty)
                reached.formUnion(verbs)
            }
        }
        #expect(reached == Set(ReferralWord.allCases))
    }

    @Test func `every open state leaves somebody a verb`() {
        for state in ReferralState.allCases where state.isOpen {
            #expect(
                VerbSide.allCases.contains { !VerbTable.verbs(for: $0, in: state, heldFrom: .sent).isEmpty })
        }
    }

    @Test func `a decision refuses what the table does not show, for every state, side and verb`() throws {
        var tried = 0
        for (state, story) in try ReferralStates.stories() {
            for acting in [Cast.centre, Cast.childUnit, Cast.link] {
                let referral = try story.referral()
                let relation = CaseRelation(
                    of: acting, to: story.state, at: story.now, under: SampleRules.rules)
                let shown = VerbTable.verbs(on: referral, for: acting, relation)
                for verb in ReferralStates.verbs(of: acting, in: story) {
                    let outcome = story.outcome(of: .referral(referral.id, verb), by: acting)
                    tried += 1
                    if shown.contains(verb.word) {
                        #expect(outcome.refusal == nil, "\(state) \(acting.role) \(verb.word)")
                    } else {
                        #expect(outcome.events.isEmpty, "\(state) \(acting.role) \(verb.word)")
                    }
                }
            }
        }
        #expect(tried == ReferralState.allCases.count * 3 * 11)
    }

    private func line(_ state: String, _ verbs: [ReferralWord]) -> String {
        "\(state): \(verbs.isEmpty ? "-" : verbs.map(\.rawValue).joined(separator: " "))"
    }
}
