import CaseRegister
import ReferralDomain
import Testing

/// Protects: no order of acts, by nobody, breaks a law of the case.
struct CaseLawTests {
    @Test func `two thousand stories of thirty acts break no law`() throws {
        var done: [ActKind: Int] = [:]
        for seed in 1...2_000 as ClosedRange<UInt64> {
            let fault = try Self.tell(seed: seed, counting: &done)
            #expect(fault == nil, "seed \(seed)")
            if fault != nil { return }
        }
        let never = Set(ActKind.allCases).subtracting(done.keys).subtracting(Self.rare)
        #expect(never.isEmpty, "these acts were never done: \(never)")
    }

    @Test func `a skipped state is found`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-police", of: Cast.station)
        story.record([NewEvent(.referral(new.id, .drafted(new.draft)))], by: .street)
        #expect(CaseLaws.fault(in: story) == nil)
        story.record([NewEvent(.referral(new.id, .done(story.evidence)))], by: .street)
        #expect(CaseLaws.fault(in: story) == "drafted went to done")
    }

    /// Every story begins with a claim; the others need a run of luck, and have tests of their own.
    private static let rare: Set<ActKind> = [.claim, .reviewGlass, .close, .reopen, .confirmStop]

    /// Tells one story; what went wrong, or nil.
    private static func tell(seed: UInt64, counting done: inout [ActKind: Int]) throws -> String? {
        var random = RandomActs(seed: seed)
        var story = try Story()
        try story.act(.claim, by: Cast.centre)
        try story.act(.addPerson(story.girl, random.age()), by: Cast.centre)
        let unit = story.state.unit
        for _ in 0..<30 {
            let (act, acting) = (random.act(in: story), random.actor())
            let declared = random.declaredAt(story.now)
            let outcome = story.outcome(of: act, by: acting, declaredAt: declared)
            if outcome != story.outcome(of: act, by: acting, declaredAt: declared) {
                return "\(act.kind) is not pure"
            }
            if outcome.events.isEmpty { continue }
            done[act.kind, default: 0] += 1
            story.record(
                outcome.events.map { NewEvent($0, declaredAt: declared) }, by: acting.account, minutes: 0)
            if outcome.refusal == nil, declared == nil {
                let again = story.outcome(of: act, by: acting)
                if !again.events.isEmpty { return "\(act.kind) twice is not once" }
            }
            if story.state.unit != unit { return "\(act.kind) changed the owner" }
            story.wait(minutes: random.pause())
        }
        return CaseLaws.fault(in: story)
    }
}
