import CaseRegister
import ReferralDomain
import Testing

/// Protects: the case is the fold of its events, and the fold takes in whatever was once written.
struct CaseFoldTests {
    @Test func `a case goes from the report to the end and back`() throws {
        var story = try Story.claimed()
        #expect(story.state.owner == Cast.centre.account)
        #expect(story.state.municipality == "150101")
        try story.act(.handOver(to: Cast.secondAtCentre.account), by: Cast.centre)
        #expect(story.state.owner == Cast.secondAtCentre.account)
        try story.act(.settleFact("age", "minor"), by: Cast.centre)
        #expect(story.state.fact("age") == "minor")

        for duty in ["duty-integrity", "duty-monitoring", "custody", "rights"] {
            try story.act(.person(story.girl, .askRelease(duty: duty, reason: "death")), by: Cast.centre)
            try story.act(.person(story.girl, .release(duty: duty, reason: "death")), by: Cast.family)
        }
        try story.act(.askClosing(reason: "death"), by: Cast.centre)
        #expect(story.refusal(of: .close(reason: "death"), by: Cast.centre) == .samePerson)
        try story.act(.close(reason: "death"), by: Cast.family)
        #expect(story.state.closed != nil)
        try story.act(.reopen(reason: "found-again"), by: Cast.centre)
        #expect(story.state.closed == nil)
        #expect(story.state.closing == nil)
        #expect(story.state == CaseState(after: story.history))
    }

    @Test func `a referral goes through its states and keeps its hops`() throws {
        let story = try ReferralStates.story(in: .done)
        let hops: [ReferralState] = [
            .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .done,
        ]
        #expect(try story.referral().hops.map(\.state) == hops)
        #expect(try story.referral().evidence != nil)
    }

    @Test func `a pause returns to where it began, even where a machine answered in the meantime`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-child-protection", of: Cast.childUnit)
        try story.act(.refer([new]), by: Cast.centre)
        let review = story.now.adding(milliseconds: 86_400_000)
        try story.act(.referral(new.id, .hold(reason: "capacity", review: review)), by: Cast.centre)
        #expect(try story.referral().state == .onHold)
        #expect(try story.referral().heldFrom == .sent)
        story.record([NewEvent(.referral(new.id, .delivered(.inSystem)))], by: Cast.centre.account)
        try story.act(.referral(new.id, .resume), by: Cast.centre)
        #expect(try story.referral().state == .delivered)
        #expect(try story.referral().heldFrom == nil)
        #expect(try story.referral().heldUntil == nil)
    }

    @Test(arguments: [ReferralState.done, .rejected, .recalled])
    func `an ended referral stays ended, whatever arrives late`(state: ReferralState) throws {
        var story = try ReferralStates.story(in: state)
        let late: [ReferralEvent] = [
            .called(answered: true), .sent(.email), .delivered(.email), .accepted,
            .held(reason: "capacity", review: story.now), .resumed, .recalled(reason: "sent-by-mistake"),
            .custodyReceived(post: "U-02"), .rejected(reason: "not-ours", suggested: nil),
        ]
        for event in late { story.record([NewEvent(.referral(Story.referral(1), event))], by: .street) }
        #expect(try story.referral().state == state)
    }

    @Test func `events about nobody known are counted and change nothing else`() throws {
        var story = try Story()
        let before = story.state
        for (_, event) in try EventSamples.all() {
            if case .file = event { continue }
            if case .sightingAmended = event { continue }
            if case .sightingReported = event { continue }
            if case .referral(_, .drafted) = event { continue }
            story.record([NewEvent(event)], by: .street)
        }
        #expect(story.state.version > before.version)
        #expect(story.state.people == before.people)
        #expect(story.state.referrals == before.referrals)
    }

    @Test func `earlier pauses of one clock are counted, and never more than they lasted`() throws {
        var story = try Story.claimed()
        let obligation = try #require(story.state.obligations(under: SampleRules.rules).first?.id)
        let day = story.now.adding(milliseconds: 86_400_000)
        try story.act(.pause(obligation: obligation, reason: "health", until: day), by: Cast.centre)
        story.wait(minutes: 9)
        try story.act(.resume(obligation: obligation), by: Cast.centre)
        story.wait(minutes: 100)
        try story.act(.pause(obligation: obligation, reason: "health", until: day), by: Cast.centre)
        #expect(story.state.pauses[obligation]?.earlierMilliseconds == 600_000)
    }

    @Test func `a shredded person keeps no envelope and takes none`() throws {
        var story = try Story.claimed()
        let seal = CaseAct.person(story.girl, .seal(field: "name", .identity, SealedBytes([1])))
        try story.act(seal, by: Cast.centre)
        try story.act(.person(story.girl, .shred(reason: "court-order")), by: Cast.centre)
        #expect(try story.person().sealed.isEmpty)
        #expect(story.refusal(of: seal, by: Cast.centre) == .shredded)
        story.record(
            [NewEvent(.person(story.girl, .fieldSealed(field: "name", .identity, SealedBytes([2]))))],
            by: .street)
        #expect(try story.person().sealed.isEmpty)
    }
}
