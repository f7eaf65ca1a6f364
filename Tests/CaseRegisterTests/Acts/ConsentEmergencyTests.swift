import CaseRegister
import ReferralDomain
import Testing

/// Protects: what a person took back stays taken back; only a danger to life passes over it, and for a day.
struct ConsentEmergencyTests {
    private static let day: Int64 = 24 * 60

    @Test func `no override erases a withdrawal, and its stop stays owed`() throws {
        let story = try Self.withdrawn()
        for code in OverrideCode.allCases where code != .vitalInterest {
            let act = CaseAct.person(story.girl, .overrideConsent(.care, to: "udavit", code))
            let expected: Refusal =
                code == .child ? .countsAsChild : .consentWithdrawn(.care, to: "udavit")
            #expect(story.refusal(of: act, by: Cast.centre) == expected)
        }
        var old = story
        let written = PersonEvent.consentOverridden(.care, to: "udavit", code: .legalDuty)
        old.record([NewEvent(.person(old.girl, written))], by: .street)
        #expect(try old.person().consent(.care, to: "udavit")?.answer == .withdrawn, "also one of old days")
        #expect(Self.stops(of: old).count == 1)
    }

    @Test func `danger to life passes over a withdrawal for a day, and the stop stays`() throws {
        var story = try Self.withdrawn()
        let owed = Self.stops(of: story)
        let override = CaseAct.person(story.girl, .overrideConsent(.care, to: "udavit", .vitalInterest))
        let began = story.now
        try story.act(override, by: Cast.centre)
        #expect(story.outcome(of: override, by: Cast.centre) == Outcome([]), "not made longer")
        let consent = try #require(try story.person().consent(.care, to: "udavit"))
        #expect(consent.answer == .withdrawn)
        #expect(Self.stops(of: story) == owed)
        let again = CaseAct.refer([story.asking("victim-assistance", of: Cast.victimUnit, number: 3)])
        #expect(story.refusal(of: again, by: Cast.centre) == nil)
        story.now = began.adding(milliseconds: Self.day * 60_000)
        #expect(story.refusal(of: again, by: Cast.centre) == .consentWithdrawn(.care, to: "udavit"))
        #expect(story.refusal(of: override, by: Cast.centre) == nil, "a new danger is a new override")
    }

    @Test func `who had confirmed the stop and is told again owes it anew when the day is over`() throws {
        var story = try Self.withdrawn()
        try story.act(.person(story.girl, .confirmStop(.care, by: "udavit")), by: Cast.victimUnit)
        #expect(Self.stops(of: story).isEmpty)
        let began = story.now
        try story.act(
            .person(story.girl, .overrideConsent(.care, to: "udavit", .vitalInterest)), by: Cast.centre)
        #expect(Self.stops(of: story).map(\.start) == [began.adding(milliseconds: Self.day * 60_000)])
    }

    @Test func `asked again she may end it at once, and what was sent meanwhile is recalled`() throws {
        var story = try Self.withdrawn()
        try story.act(
            .person(story.girl, .overrideConsent(.care, to: "udavit", .vitalInterest)), by: Cast.centre)
        let again = story.asking("victim-assistance", of: Cast.victimUnit, number: 3)
        try story.act(.refer([again]), by: Cast.centre)
        let withdraw = CaseAct.person(story.girl, .withdrawConsent(.care, to: "udavit"))
        try story.act(withdraw, by: Cast.centre)
        #expect(story.state.referral(again.id)?.state == .recalled)
        #expect(try story.person().consent(.care, to: "udavit")?.isEmergency(at: story.now) == false)
        #expect(story.outcome(of: withdraw, by: Cast.centre) == Outcome([]))
    }

    @Test func `a no that was never a yes is passed over for a day only, and then stands`() throws {
        var story = try Story.claimed(.adult)
        try story.act(.person(story.girl, .refuseConsent(.care, to: "udavit")), by: Cast.centre)
        let began = story.now
        try story.act(
            .person(story.girl, .overrideConsent(.care, to: "udavit", .vitalInterest)), by: Cast.centre)
        let refer = CaseAct.refer([story.asking("victim-assistance", of: Cast.victimUnit)])
        #expect(story.refusal(of: refer, by: Cast.centre) == nil)
        #expect(try story.person().consent(.care, to: "udavit")?.answer == .refused)
        story.now = began.adding(milliseconds: Self.day * 60_000)
        #expect(story.refusal(of: refer, by: Cast.centre) == .noConsent(.care, to: "udavit"))
    }

    @Test func `what was overridden for a child does not bind her as an adult`() throws {
        var story = try Story.claimed()
        try story.act(.person(story.girl, .overrideConsent(.care, to: "udavit", .child)), by: Cast.centre)
        try story.act(.person(story.girl, .settleAge(.adult)), by: Cast.centre)
        let refer = CaseAct.refer([story.asking("victim-assistance", of: Cast.victimUnit)])
        #expect(story.refusal(of: refer, by: Cast.centre) == .noConsent(.care, to: "udavit"))
    }

    @Test func `after a withdrawal whoever was done sees nothing more and owes the stop`() throws {
        var story = try Story.claimed(.adult)
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        let new = story.asking("victim-assistance", of: Cast.victimUnit)
        try story.act(.refer([new]), by: Cast.centre)
        let proof = story.proof(.account, of: "udavit")
        for verb in [.acknowledge(proof, .inSystem), .accept, .complete(story.evidence)] as [ReferralVerb] {
            try story.act(.referral(new.id, verb), by: Cast.victimUnit)
        }
        #expect(Self.relation(in: story) == .receiver)
        #expect(Self.owner(of: .duty, in: story) == "udavit")
        try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(Self.relation(in: story) == .former)
        #expect(Self.stops(of: story).map(\.unit) == [Cast.victimUnit.unit])
        #expect(Self.owner(of: .duty, in: story) == "serenazgo", "its duties are the centre's again")
        try story.act(.person(story.girl, .confirmStop(.care, by: "udavit")), by: Cast.victimUnit)
        #expect(Self.stops(of: story).isEmpty)
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(Self.relation(in: story) == .receiver)
    }

    @Test func `a withdrawal recalls what was sent about everybody as well`() throws {
        var story = try Story.claimed(.adult)
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        let draft = ReferralDraft(
            step: "victim-assistance", institution: "udavit", unit: Cast.victimUnit.unit)
        let id = Story.referral(1)
        try story.act(.refer([.init(id: id, draft: draft, channel: .inSystem)]), by: Cast.centre)
        try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(story.state.referral(id)?.state == .recalled)
    }

    /// An adult who agreed to the victims' unit and took it back after it was told.
    private static func withdrawn() throws -> Story {
        var story = try Story.claimed(.adult)
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        try story.act(.refer([story.asking("victim-assistance", of: Cast.victimUnit)]), by: Cast.centre)
        try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.centre)
        return story
    }

    private static func stops(of story: Story) -> [Obligation] {
        story.state.obligations(under: SampleRules.rules).filter { $0.kind == .stop }
    }

    private static func owner(of kind: Obligation.Kind, in story: Story) -> String? {
        story.state.obligations(under: SampleRules.rules).first { $0.kind == kind }?.institution
    }

    private static func relation(in story: Story) -> CaseRelation {
        CaseRelation(of: Cast.victimUnit, to: story.state, at: story.now, under: SampleRules.rules)
    }
}
