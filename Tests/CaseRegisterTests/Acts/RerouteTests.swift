import CaseRegister
import ReferralDomain
import Testing

/// Protects: a no leads to another body, and nobody is asked what it has just refused.
struct RerouteTests {
    @Test func `who said no is not asked the same again for a day, at large neither, and another office is`()
        throws
    {
        var story = try Story.claimed()
        let first = story.asking("notify-police", of: Cast.station)
        try story.act(.refer([first]), by: Cast.centre)
        try story.act(
            .referral(first.id, .reject(reason: "not-ours", suggested: "upe")), by: Cast.station)
        let said = story.now
        let again = story.asking("notify-police", of: Cast.station, number: 2)
        #expect(story.refusal(of: .refer([again]), by: Cast.centre) == .notNow(.rejected))
        let atLarge = ReferralDraft(person: story.girl, step: "notify-police", institution: "pnp-station")
        let byPhone = CaseAct.NewReferral(id: Story.referral(3), draft: atLarge, channel: .phone)
        #expect(story.refusal(of: .refer([byPhone]), by: Cast.centre) == .notNow(.rejected))
        let office = ReferralDraft(
            person: story.girl, step: "notify-police", institution: "pnp-station",
            unit: try UnitID(reading: "station-2"))
        let there = CaseAct.NewReferral(id: Story.referral(4), draft: office, channel: .inSystem)
        #expect(story.refusal(of: .refer([there]), by: Cast.centre) == nil)
        let step = story.asking("open-inquiry", of: Cast.station, number: 5)
        #expect(story.refusal(of: .refer([step]), by: Cast.centre) == nil, "another step is another question")
        story.now = said.adding(milliseconds: 86_400_000)
        #expect(story.refusal(of: .refer([again]), by: Cast.centre) == nil, "what was full may have room")
    }

    @Test func `a body in which somebody may be implicated is never asked again`() throws {
        var story = try Story.claimed()
        let first = story.asking("notify-police", of: Cast.station)
        try story.act(.refer([first]), by: Cast.centre)
        try story.act(.referral(first.id, .reject(reason: "conflict", suggested: nil)), by: Cast.station)
        story.wait(minutes: 400 * 24 * 60)
        let again = story.asking("notify-police", of: Cast.station, number: 2)
        #expect(story.refusal(of: .refer([again]), by: Cast.centre) == .notNow(.rejected))
    }

    @Test func `a replacement that was recalled or refused ends no search`() throws {
        var story = try Story.claimed()
        let first = story.asking("notify-police", of: Cast.station)
        try story.act(.refer([first]), by: Cast.centre)
        let no = ReferralVerb.reject(reason: "not-ours", suggested: nil)
        try story.act(.referral(first.id, no), by: Cast.station)
        #expect(searches(in: story) == [first.id])

        let second = story.asking(
            "notify-police", of: Cast.childUnit, number: 2, changedBecause: "rejected")
        try story.act(.refer([second]), by: Cast.centre)
        #expect(searches(in: story).isEmpty)
        try story.act(.referral(second.id, .recall(reason: "sent-by-mistake")), by: Cast.centre)
        #expect(searches(in: story) == [first.id])

        let third = story.asking(
            "notify-police", of: Cast.victimUnit, number: 3, changedBecause: "rejected")
        try story.act(.refer([third]), by: Cast.centre)
        try story.act(.referral(third.id, no), by: Cast.victimUnit)
        #expect(searches(in: story) == [third.id])

        let fourth = story.asking("notify-police", of: Cast.stranger, number: 4, changedBecause: "rejected")
        try story.act(.refer([fourth]), by: Cast.centre)
        #expect(searches(in: story).isEmpty)
    }

    private func searches(in story: Story) -> [ReferralID?] {
        story.state.obligations(under: SampleRules.rules).filter { $0.kind == .reroute }.map(\.referral)
    }
}
