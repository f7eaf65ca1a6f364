import CaseRegister
import ReferralDomain
import Testing

/// Protects: a case has one owner, closes only when nothing is owed, and opens to strangers only by two.
struct FileRefusalTests {
    @Test func `a case that somebody has is theirs, and the same claim again is already so`() throws {
        let story = try Story.claimed()
        #expect(story.refusal(of: .claim, by: Cast.secondAtCentre) == .notOwner)
        #expect(story.outcome(of: .claim, by: Cast.centre) == Outcome([]))
        #expect(story.refusal(of: .claim, by: Cast.elsewhere) == .unknown)
    }

    @Test func `only who answers for a case gives it away, or the case management for somebody gone`() throws
    {
        var story = try Story.claimed()
        let toSecond = CaseAct.handOver(to: Cast.secondAtCentre.account)
        for other in Cast.all where ![Cast.centre, Cast.family].contains(other) {
            let refusal = story.refusal(of: .handOver(to: Cast.stranger.account), by: other)
            #expect(refusal != nil, "\(other.account.text)")
        }
        #expect(story.refusal(of: .handOver(to: Cast.family.account), by: Cast.secondAtCentre) == .notOwner)
        #expect(story.refusal(of: toSecond, by: Cast.family) == nil)
        try story.act(toSecond, by: Cast.centre)
        #expect(story.outcome(of: toSecond, by: Cast.centre) == Outcome([]), "sent twice is one handover")
        #expect(story.refusal(of: .handOver(to: Cast.centre.account), by: Cast.centre) == .notOwner)
        try story.act(.handOver(to: Cast.centre.account), by: Cast.family)
        #expect(story.state.owner == Cast.centre.account)
    }

    @Test func `a case without a place belongs to the metropolitan municipality`() {
        #expect(Territory.municipality(ofDistrict: nil) == "150101")
        #expect(Territory.municipality(ofDistrict: "150142") == "150142")
    }

    @Test func `a case nobody reported does not exist`() throws {
        let decision = Decision(
            state: CaseState(), id: try #require(Story.otherCase), by: Cast.centre, at: Histories.start,
            rules: SampleRules.rules)
        #expect(throws: Refusal.unknown) { try decision.events(for: .claim) }
        #expect(throws: Refusal.unknown) {
            try decision.events(for: .breakGlass(approvedBy: Cast.privacy.account, reason: "danger-to-life"))
        }
    }

    @Test func `a case with an open duty is not closed, and says which`() throws {
        var story = try Story.claimed()
        #expect(story.refusal(of: .close(reason: "plan-met"), by: Cast.family) == .notNow(nil))
        try story.act(.askClosing(reason: "plan-met"), by: Cast.centre)
        guard case .dutiesOpen(let open) = story.refusal(of: .close(reason: "plan-met"), by: Cast.family)
        else {
            Issue.record("it was closed")
            return
        }
        #expect(open.contains { $0.hasPrefix("duty-integrity.") })
    }

    @Test func `in a closed case nothing is done but reopening it`() throws {
        var story = try Story([.init("age", "child")])
        try story.act(.claim, by: Cast.centre)
        try story.act(.askClosing(reason: "plan-met"), by: Cast.centre)
        try story.act(.close(reason: "plan-met"), by: Cast.family)
        #expect(story.outcome(of: .close(reason: "plan-met"), by: Cast.family) == Outcome([]))
        for act in Acts.all(in: story) {
            let refusal = story.refusal(of: act, by: Cast.centre)
            let stillOpen: [ActKind: Refusal?] = [
                .reopen: nil, .close: nil, .breakGlass: .notNow(nil), .reviewGlass: .notNow(nil),
            ]
            #expect(refusal == stillOpen[act.kind, default: .closed])
        }
        let glass = CaseAct.breakGlass(approvedBy: Cast.privacy.account, reason: "danger-to-life")
        #expect(story.refusal(of: glass, by: Cast.stranger) == nil)
    }

    @Test func `a merged case goes on as the other one`() throws {
        var story = try Story.claimed()
        let other = try #require(Story.otherCase)
        #expect(story.refusal(of: .merge(into: story.id), by: Cast.centre) == .notAWord(field: "into"))
        try story.act(.merge(into: other), by: Cast.centre)
        #expect(story.outcome(of: .merge(into: other), by: Cast.centre) == Outcome([]))
        #expect(story.refusal(of: .settleFact("age", "adult"), by: Cast.centre) == .closed)
    }

    @Test func `an emergency access needs two, lasts thirty minutes and cannot be made longer`() throws {
        var story = try Story.claimed()
        func glass(_ second: ActorID) -> CaseAct { .breakGlass(approvedBy: second, reason: "danger-to-life") }
        #expect(story.refusal(of: glass(Cast.stranger.account), by: Cast.stranger) == .samePerson)
        #expect(story.refusal(of: glass(Cast.privacy.account), by: Cast.centre) == .notNow(nil))
        let opened = story.now
        try story.act(glass(Cast.childUnit.account), by: Cast.stranger)
        #expect(relation(in: story) == .emergency)
        #expect(story.outcome(of: glass(Cast.childUnit.account), by: Cast.stranger) == Outcome([]))
        #expect(story.refusal(of: glass(Cast.station.account), by: Cast.stranger) == .notNow(nil))
        #expect(story.refusal(of: .settleFact("age", "adult"), by: Cast.stranger) == .notNow(nil))
        story.now = opened.adding(milliseconds: 30 * 60_000)
        #expect(relation(in: story) == .none)

        let review = CaseAct.reviewGlass(by: Cast.stranger.account, verdict: "justified")
        try story.act(review, by: Cast.privacy)
        #expect(story.state.brokenGlass.map { $0.reviewed != nil } == [true])
        #expect(story.outcome(of: review, by: Cast.privacy) == Outcome([]))
    }

    @Test func `who approved an access does not review it`() throws {
        var story = try Story.claimed()
        try story.act(
            .breakGlass(approvedBy: Cast.privacy.account, reason: "danger-to-life"), by: Cast.stranger)
        let review = CaseAct.reviewGlass(by: Cast.stranger.account, verdict: "justified")
        #expect(story.refusal(of: review, by: Cast.privacy) == .samePerson)
    }

    @Test func `a clock that does not run is neither paused nor climbed, and no rung is skipped`() throws {
        var story = try Story.claimed()
        let day = story.now.adding(milliseconds: 86_400_000)
        let nothing = CaseAct.pause(obligation: "accept.nothing", reason: "health", until: day)
        #expect(story.refusal(of: nothing, by: Cast.centre) == .notDue)
        #expect(story.refusal(of: .takeWord(obligation: "accept.nothing"), by: Cast.centre) == .notDue)
        let id = try #require(story.state.obligations(under: SampleRules.rules).first?.id)
        let far = story.now.adding(milliseconds: 91 * 86_400_000)
        let long = CaseAct.pause(obligation: id, reason: "health", until: far)
        #expect(story.refusal(of: long, by: Cast.centre) == .tooLong(field: "until"))
        #expect(story.refusal(of: .climb(obligation: id, .supervisor), by: Cast.centre) == .notDue)
        try story.act(.climb(obligation: id, .reminder), by: Cast.secretary)
        #expect(story.outcome(of: .climb(obligation: id, .reminder), by: Cast.secretary) == Outcome([]))
        #expect(story.refusal(of: .climb(obligation: id, .supervisor), by: Cast.centre) == nil)
    }

    @Test func `a declared time lies neither ahead nor before the case`() throws {
        let story = try Story.claimed()
        func refusal(_ milliseconds: Int64) -> Refusal? {
            let declared = story.now.adding(milliseconds: milliseconds)
            return story.refusal(of: .settleFact("age", "adult"), by: Cast.centre, declaredAt: declared)
        }
        #expect(refusal(1) == .declaredTime)
        #expect(refusal(0) == nil)
        #expect(refusal(-2 * 86_400_000) == .declaredTime)
    }

    private func relation(in story: Story) -> CaseRelation {
        CaseRelation(of: Cast.stranger, to: story.state, at: story.now, under: SampleRules.rules)
    }
}
