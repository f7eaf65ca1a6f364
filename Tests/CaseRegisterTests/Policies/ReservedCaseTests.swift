import CaseRegister
import ReferralDomain
import Testing

/// Protects: a case against a control centre leaves that centre's sight at once, and is never without somebody.
struct ReservedCaseTests {
    private static let implicated: [StreetReport.Answer] = [.init("official-implicated", "serenazgo")]

    @Test func `the centre sees neither the case nor its queue, the case management and the secretariat do`()
        throws
    {
        let story = try Story(Self.implicated)
        for guardian in [Cast.centre, Cast.secondAtCentre, Cast.guardian] {
            #expect(relation(of: guardian, in: story) == CaseRelation.none)
            #expect(story.refusal(of: .claim, by: guardian) == .unknown)
        }
        #expect(relation(of: Cast.family, in: story) == .owner)
        #expect(relation(of: Cast.secretary, in: story) == .coordinator)
        let rows = try #require(story.state.rows(of: story.id, under: SampleRules.rules))
        #expect(!queues(of: Cast.centre).contains(rows.standsIn))
        #expect(queues(of: Cast.family).contains(rows.standsIn))
        #expect(rows.obligations.contains { $0.obligation.kind == .claim }, "the ladder goes on climbing")
        #expect(rows.obligations.allSatisfy { $0.obligation.unit != Cast.centre.unit })
    }

    @Test func `whatever is known and whoever has it, somebody who may see it can take it`() throws {
        for settled in [false, true] {
            for isClaimed in [false, true] {
                var story = try Story(settled ? [] : Self.implicated)
                if isClaimed, settled { try story.act(.claim, by: Cast.centre) }
                if settled {
                    let who = isClaimed ? Cast.centre : Cast.family
                    if !isClaimed { try story.act(.claim, by: who) }
                    try story.act(.settleFact("official-implicated", "serenazgo"), by: who)
                }
                let seers = Cast.all.filter { relation(of: $0, in: story) == .owner }
                #expect(seers == [Cast.family])
                #expect(story.refusal(of: .claim, by: Cast.family) == nil)
                let rows = try #require(story.state.rows(of: story.id, under: SampleRules.rules))
                #expect(queues(of: Cast.family).contains(rows.standsIn))
            }
        }
    }

    @Test func `a case whose centre turned out to be implicated is taken over, with all that was done`()
        throws
    {
        var story = try Story.claimed()
        #expect(story.refusal(of: .claim, by: Cast.family) == .notOwner, "while nobody is implicated")
        try story.act(.settleFact("official-implicated", "serenazgo"), by: Cast.centre)
        #expect(relation(of: Cast.centre, in: story) == CaseRelation.none, "at once, the owner too")
        try story.act(.claim, by: Cast.family)
        #expect(story.state.owner == Cast.family.account)
        #expect(story.state.unit == Cast.family.unit)
        #expect(story.outcome(of: .claim, by: Cast.family) == Outcome([]))
        #expect(story.state.people.count == 1)
        #expect(story.refusal(of: .settleAge(story), by: Cast.family) == nil)
    }

    @Test func `what an implicated body owes climbs at once to the secretariat, and nobody below is told`()
        throws
    {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("notify-police", of: Cast.station)]), by: Cast.centre)
        let id = try #require(owed(.acknowledge, in: story)).id
        #expect(owed(.acknowledge, in: story)?.nextRung?.rung == .reminder, "while nobody is implicated")
        try story.act(.settleFact("official-implicated", "police"), by: Cast.centre)
        let obligation = try #require(owed(.acknowledge, in: story))
        let due = try #require(obligation.due)
        #expect(
            obligation.nextRung == Obligation.Due(.secretariat, at: due), "when the first rung would come")

        for rung in [Rung.reminder, .supervisor, .superior, .dossier] {
            #expect(story.refusal(of: .climb(obligation: id, rung), by: Cast.secretary) == .notDue)
        }
        try story.act(.climb(obligation: id, .secretariat), by: Cast.secretary)
        #expect(owed(.acknowledge, in: story)?.nextRung?.rung == .dossier)
        #expect(story.refusal(of: .climb(obligation: id, .dossier), by: Cast.secretary) == nil)
        let rows = try #require(story.state.rows(of: story.id, under: SampleRules.rules))
        for row in rows.obligations {
            #expect(row.isWithheld == (row.obligation.institution == "pnp-station"))
        }
    }

    @Test func `a body that was reminded before it was implicated is not told again`() throws {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("notify-police", of: Cast.station)]), by: Cast.centre)
        let id = try #require(owed(.acknowledge, in: story)).id
        try story.act(.climb(obligation: id, .reminder), by: Cast.secretary)
        #expect(owed(.acknowledge, in: story)?.nextRung?.rung == .supervisor)
        try story.act(.settleFact("official-implicated", "police"), by: Cast.centre)
        #expect(owed(.acknowledge, in: story)?.nextRung?.rung == .secretariat)
        #expect(story.refusal(of: .climb(obligation: id, .supervisor), by: Cast.secretary) == .notDue)
        #expect(story.refusal(of: .climb(obligation: id, .secretariat), by: Cast.secretary) == nil)
    }

    @Test(arguments: ["conflict", "not-ours"])
    func `a body that said no sees only that, whatever its reason, and the same no again is already so`(
        reason: String
    ) throws {
        var story = try Story.claimed()
        let news = [
            story.asking("notify-child-protection", of: Cast.childUnit),
            story.asking("child-measure", of: Cast.childUnit, number: 2),
        ]
        try story.act(.refer(news), by: Cast.centre)
        let no = ReferralVerb.reject(reason: reason, suggested: nil)
        try story.act(.referral(news[0].id, no), by: Cast.childUnit)
        #expect(relation(of: Cast.childUnit, in: story) == .receiver, "it still has the other one")
        try story.act(.referral(news[1].id, no), by: Cast.childUnit)
        for acting in [Cast.childUnit, Cast.link] {
            #expect(relation(of: acting, in: story) == .former)
            for act in Acts.all(in: story)
            where act.kind != .confirmStop && act.kind != .referral {
                #expect(story.refusal(of: act, by: acting) == .notNow(nil), "\(act.kind)")
            }
            #expect(story.refusal(of: .referral(news[0].id, .accept), by: acting) == .notNow(nil))
            #expect(story.outcome(of: .referral(news[0].id, no), by: acting) == Outcome([]))
        }
        let other = ReferralVerb.reject(reason: "no-capacity", suggested: nil)
        #expect(story.refusal(of: .referral(news[0].id, other), by: Cast.childUnit) == .notNow(nil))
    }

    private func owed(_ kind: Obligation.Kind, in story: Story) -> Obligation? {
        story.state.obligations(under: SampleRules.rules).first { $0.kind == kind }
    }

    private func relation(of acting: Acting, in story: Story) -> CaseRelation {
        CaseRelation(of: acting, to: story.state, at: story.now, under: SampleRules.rules)
    }

    private func queues(of acting: Acting) -> [String] {
        Territory.queues(of: acting, under: SampleRules.rules)
    }
}

extension CaseAct {
    fileprivate static func settleAge(_ story: Story) -> CaseAct { .person(story.girl, .settleAge(.adult)) }
}
