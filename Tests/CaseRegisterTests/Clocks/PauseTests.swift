import CaseRegister
import ReferralDomain
import Testing

/// Protects: some clocks never stand still, and a person who takes her time stops nothing that is owed to her.
struct PauseTests {
    @Test(arguments: Obligation.Kind.allCases)
    func `the alarms are never paused, and a reflection stops a goal only`(kind: Obligation.Kind) {
        switch kind {
        case .custody, .claim, .glass, .reroute:
            #expect(!kind.canPause && !kind.canPause(because: "health"))
            #expect(!kind.canPause(because: "reflection"))
        case .goal: #expect(kind.canPause(because: "reflection") && kind.canPause(because: "health"))
        case .acknowledge, .accept, .serve, .review, .duty, .monitor, .rights, .stop:
            #expect(kind.canPause(because: "health") && !kind.canPause(because: "reflection"))
        }
    }

    @Test func `a pause that the rules do not allow is refused`() throws {
        var story = try ReferralStates.story(in: .rejected)
        let due = LimaTime(story.now).date
        try story.act(
            .person(story.girl, .setGoal("housing", responsible: "mimp", due: due)), by: Cast.centre)
        let until = story.now.adding(milliseconds: 86_400_000)
        for owed in story.state.obligations(under: SampleRules.rules) {
            for reason in ["reflection", "health"] {
                let act = CaseAct.pause(obligation: owed.id, reason: reason, until: until)
                for acting in [Cast.centre, Cast.secretary] {
                    let refusal = story.refusal(of: act, by: acting)
                    #expect(
                        refusal == (owed.kind.canPause(because: reason) ? nil : .notNow(nil)),
                        "\(owed.id) \(reason)")
                }
            }
        }
    }

    @Test func `a reflection that was once written down moves no term, and other pauses still do`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        let referral = story.refer(1, step: "child-measure", to: "upe", deadline: "D-15", at: start)
        story.tell(.acknowledged(Proof.spoken, .phone), referral, at: start)
        story.tell(.accepted, referral, at: start)
        let id = "serve.\(referral.text)"
        func pause(_ reason: String, from: String, until: String) throws {
            story.tell(
                .obligationPaused(obligation: id, reason: reason, until: try Lima.at(until)),
                at: try Lima.at(from))
        }
        func serve() throws -> Obligation {
            try #require(story.state.obligations(under: Rules.standard).first { $0.id == id })
        }
        try pause("reflection", from: "2026-11-23 12:00", until: "2026-12-23 12:00")
        #expect(try serve().legalDue.map(Lima.text) == "2026-11-24 10:00")
        #expect(try serve().pausedUntil == nil)
        try pause("health", from: "2026-11-23 14:00", until: "2026-11-23 15:00")
        #expect(try serve().legalDue.map(Lima.text) == "2026-11-24 11:00")
        try pause("reflection", from: "2026-11-23 16:00", until: "2026-12-23 12:00")
        #expect(try serve().legalDue.map(Lima.text) == "2026-11-24 11:00", "the hour before it counts on")
    }

    @Test func `a pause of an alarm that was once written down does not quiet it`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        story.tell(.personAdded(CaseStory.person, age: .minor), at: start)
        func custody() throws -> Obligation {
            try #require(story.state.obligations(under: Rules.standard).first { $0.kind == .custody })
        }
        let before = try custody()
        story.tell(
            .obligationPaused(
                obligation: before.id, reason: "health", until: try Lima.at("2026-12-01 10:00")),
            at: start)
        #expect(try custody() == before)
    }

    @Test func `a reflection moves a goal of the plan`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        story.tell(.personAdded(CaseStory.person, age: .minor), at: start)
        story.tell(.goalSet(goal: "housing", responsible: "mimp", due: try Lima.day("2026-12-01")), at: start)
        func goal() throws -> Obligation {
            try #require(story.state.obligations(under: Rules.standard).first { $0.kind == .goal })
        }
        let end = try #require(try goal().targetDue)
        story.tell(
            .obligationPaused(
                obligation: try goal().id, reason: "reflection", until: try Lima.at("2026-11-24 10:00")),
            at: start)
        #expect(try goal().targetDue == end.adding(milliseconds: Rules.day))
        #expect(try goal().pausedUntil != nil)
    }
}
