import CaseRegister
import ReferralDomain
import Testing

/// Protects: a case is not closed over anything that somebody still owes.
struct ClosingTests {
    @Test(arguments: Obligation.Kind.allCases)
    func `whatever is owed keeps a case open, but for the review of an emergency access`(
        kind: Obligation.Kind
    ) throws {
        var story = try Self.owing(kind)
        let owed = story.state.obligations(under: SampleRules.rules).filter { $0.kind == kind }
        #expect(!owed.isEmpty, "the story owes none")
        if kind == .claim {
            #expect(story.refusal(of: .askClosing(reason: "plan-met"), by: Cast.centre) == .notOwner)
            #expect(story.refusal(of: .close(reason: "plan-met"), by: Cast.family) == .notOwner)
            return
        }
        try story.act(.askClosing(reason: "plan-met"), by: Cast.centre)
        let refusal = story.refusal(of: .close(reason: "plan-met"), by: Cast.family)
        switch kind {
        case .acknowledge, .accept, .serve, .review, .custody, .duty, .monitor, .rights, .stop, .goal,
            .reroute:
            guard case .dutiesOpen(let open) = refusal else {
                Issue.record("it was closed")
                return
            }
            #expect(Set(owed.map(\.id)).isSubset(of: open))
        case .glass: #expect(refusal == nil)
        case .claim: Issue.record("nobody asks to close what nobody has")
        }
    }

    @Test func `a case without persons closes once what was sent is answered, and not before`() throws {
        var story = try Story()
        try story.act(.claim, by: Cast.centre)
        let draft = ReferralDraft(step: "notify-police", institution: "pnp-station", unit: Cast.station.unit)
        let id = Story.referral(1)
        try story.act(.refer([.init(id: id, draft: draft, channel: .inSystem)]), by: Cast.centre)
        try story.act(.askClosing(reason: "plan-met"), by: Cast.centre)
        let close = CaseAct.close(reason: "plan-met")
        #expect(story.refusal(of: close, by: Cast.family) == .dutiesOpen(["acknowledge.\(id.text)"]))
        try story.act(.referral(id, .recall(reason: "sent-by-mistake")), by: Cast.centre)
        #expect(story.refusal(of: close, by: Cast.family) == nil)
    }

    @Test func `two persons release a goal and the search for a receiver, for one who wants nothing more`()
        throws
    {
        var story = try Self.owing(.reroute)
        try story.act(
            .person(
                story.girl, .setGoal("housing", responsible: "mimp", due: LimaTime(story.now).date)),
            by: Cast.centre)
        for duty in ["goal-housing", "reroute"] {
            let ask = CaseAct.person(story.girl, .askRelease(duty: duty, reason: "death"))
            try story.act(ask, by: Cast.centre)
            try story.act(.person(story.girl, .release(duty: duty, reason: "death")), by: Cast.family)
        }
        let kinds = story.state.obligations(under: SampleRules.rules).map(\.kind)
        #expect(!kinds.contains(.goal) && !kinds.contains(.reroute))
        let other = CaseAct.person(story.girl, .askRelease(duty: "goal-school", reason: "death"))
        #expect(story.refusal(of: other, by: Cast.centre) == .notAWord(field: "duty"))
    }

    /// A case that owes something of a kind; a claim is owed only where nobody has the case.
    private static func owing(_ kind: Obligation.Kind) throws -> Story {
        switch kind {
        case .acknowledge: return try ReferralStates.story(in: .sent)
        case .accept: return try ReferralStates.story(in: .acknowledged)
        case .serve: return try ReferralStates.story(in: .accepted)
        case .review: return try ReferralStates.story(in: .onHold)
        case .reroute: return try ReferralStates.story(in: .rejected)
        case .custody, .duty, .monitor, .rights: return try .claimed()
        case .stop:
            var story = try Story.claimed(.adult)
            try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
            try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.centre)
            return story
        case .goal:
            var story = try Story.claimed()
            let due = LimaTime(story.now).date
            try story.act(
                .person(story.girl, .setGoal("housing", responsible: "mimp", due: due)), by: Cast.centre)
            return story
        case .glass:
            var story = try Story()
            try story.act(.claim, by: Cast.centre)
            try story.act(
                .breakGlass(approvedBy: Cast.childUnit.account, reason: "danger-to-life"), by: Cast.stranger)
            return story
        case .claim: return try Story()
        }
    }
}
