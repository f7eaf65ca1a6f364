import CaseRegister
import ReferralDomain
import Testing

/// Protects: the engine, not the screen, stands up for what the person decided.
struct PersonRefusalTests {
    @Test func `an adult's case goes to care only with agreement to this purpose and this recipient`() throws
    {
        var story = try Story.claimed(.adult)
        let new = story.asking("victim-assistance", of: Cast.victimUnit)
        #expect(story.refusal(of: .refer([new]), by: Cast.centre) == .noConsent(.care, to: "udavit"))
        try story.act(.person(story.girl, .giveConsent(.care, to: "mimp")), by: Cast.centre)
        try story.act(.person(story.girl, .giveConsent(.health, to: "udavit")), by: Cast.centre)
        #expect(story.refusal(of: .refer([new]), by: Cast.centre) == .noConsent(.care, to: "udavit"))
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(story.refusal(of: .refer([new]), by: Cast.centre) == nil)
        let consulate = story.asking("consular-assistance", of: Cast.stranger, number: 2)
        #expect(story.refusal(of: .refer([consulate]), by: Cast.centre) == .noConsent(.consulate, to: "iml"))
    }

    @Test(arguments: PersonAge.allCases)
    func `who may be a child is never asked and never left without care`(age: PersonAge) throws {
        let story = try Story.claimed(age)
        let new = story.asking("victim-assistance", of: Cast.victimUnit)
        let asked = story.refusal(of: .person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(asked == (age == .adult ? nil : .countsAsChild))
        #expect((story.refusal(of: .refer([new]), by: Cast.centre) == nil) == (age != .adult))
    }

    @Test func `leaving the person out does not go around the adult`() throws {
        let adult = try Story.claimed(.adult)
        let draft = ReferralDraft(
            step: "victim-assistance", institution: "udavit", unit: Cast.victimUnit.unit)
        let act = CaseAct.refer([.init(id: Story.referral(1), draft: draft, channel: .inSystem)])
        #expect(adult.refusal(of: act, by: Cast.centre) == .noConsent(.care, to: "udavit"))
        var nobody = try Story([.init("age", "adult")])
        try nobody.act(.claim, by: Cast.centre)
        #expect(nobody.refusal(of: act, by: Cast.centre) == .noConsent(.care, to: "udavit"))
        let child = try Story.claimed()
        #expect(child.refusal(of: act, by: Cast.centre) == nil)
    }

    @Test func `a withdrawal recalls what stood on it, and the receiver confirms the stop`() throws {
        var story = try Story.claimed(.adult)
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        let news = [
            story.asking("victim-assistance", of: Cast.victimUnit),
            story.asking("notify-police", of: Cast.station, number: 2),
        ]
        try story.act(.refer(news), by: Cast.centre)
        try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.victimUnit)
        #expect(story.state.referral(news[0].id)?.state == .recalled)
        #expect(story.state.referral(news[0].id)?.reason == "consent-withdrawn")
        #expect(story.state.referral(news[1].id)?.state == .sent)

        let again = story.asking("victim-assistance", of: Cast.victimUnit, number: 3)
        #expect(story.refusal(of: .refer([again]), by: Cast.centre) == .consentWithdrawn(.care, to: "udavit"))
        let refused = story.refusal(
            of: .person(story.girl, .refuseConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(refused == .consentWithdrawn(.care, to: "udavit"))
        let stop = CaseAct.person(story.girl, .confirmStop(.care, by: "udavit"))
        #expect(story.refusal(of: stop, by: Cast.station) == .notNow(nil))
        try story.act(stop, by: Cast.victimUnit)
        #expect(story.state.people[0].consents[0].confirmedBy == ["udavit"])
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        #expect(story.refusal(of: .refer([again]), by: Cast.centre) == nil)
    }

    @Test func `an override is written down, and the one for children only for them`() throws {
        var story = try Story.claimed(.adult)
        let child = CaseAct.person(story.girl, .overrideConsent(.care, to: "udavit", .child))
        #expect(story.refusal(of: child, by: Cast.centre) == .countsAsChild)
        try story.act(
            .person(story.girl, .overrideConsent(.care, to: "udavit", .vitalInterest)), by: Cast.centre)
        let new = story.asking("victim-assistance", of: Cast.victimUnit)
        #expect(story.refusal(of: .refer([new]), by: Cast.centre) == nil)
        #expect(try Story.claimed().refusal(of: child, by: Cast.centre) == nil)
    }

    @Test func `a reflection is at least thirty days and never made shorter`() throws {
        var story = try Story.claimed()
        func start(_ days: Int?) -> CaseAct { .person(story.girl, .startReflection(days: days)) }
        #expect(story.refusal(of: start(29), by: Cast.centre) == .reflectionTooShort(leastDays: 30))
        #expect(story.refusal(of: start(-1), by: Cast.centre) == .reflectionTooShort(leastDays: 30))
        #expect(story.refusal(of: start(.max), by: Cast.centre) == .tooLong(field: "days"))
        let began = story.now
        try story.act(start(nil), by: Cast.centre)
        try story.act(start(45), by: Cast.centre)
        #expect(try story.person().reflection?.until == began.adding(milliseconds: 45 * 86_400_000))
        #expect(story.refusal(of: start(40), by: Cast.centre) == .reflectionTooShort(leastDays: 45))
        #expect(story.outcome(of: start(45), by: Cast.centre) == Outcome([]))
    }

    @Test func `while it runs a request for a statement is held, and told so`() throws {
        var story = try Story.claimed()
        let ask = CaseAct.person(story.girl, .requestStatement(by: "fistrap"))
        #expect(story.refusal(of: ask, by: Cast.centre) == .notNow(nil))
        try story.act(.person(story.girl, .startReflection(days: nil)), by: Cast.centre)
        let until = try #require(try story.person().reflection?.until)
        let held = story.outcome(of: ask, by: Cast.centre)
        let event = CaseEvent.person(story.girl, .statementRequested(by: "fistrap", isHeld: true))
        #expect(held == Outcome([event], refusal: .reflecting(until: until)))
        story.wait(minutes: 31 * 24 * 60)
        let free = CaseEvent.person(story.girl, .statementRequested(by: "fistrap", isHeld: false))
        #expect(story.outcome(of: ask, by: Cast.centre) == Outcome([free]))
    }

    @Test func `only who stands by the person writes down that she chose to speak`() throws {
        var story = try Story.claimed()
        try story.act(
            .refer([
                story.asking("notify-police", of: Cast.station),
                story.asking("victim-assistance", of: Cast.victimUnit, number: 2),
            ]), by: Cast.centre)
        try story.act(.person(story.girl, .startReflection(days: nil)), by: Cast.centre)
        let end = CaseAct.person(story.girl, .endReflection)
        #expect(story.refusal(of: end, by: Cast.station) == .notNow(nil))
        try story.act(end, by: Cast.victimUnit)
        #expect(try story.person().reflection?.isRunning(at: story.now) == false)
    }

    @Test func `a message goes only by a safe channel, at a safe hour and under a safe name`() throws {
        var story = try Story.claimed()
        func message(_ channel: String, named: Bool) -> Outcome {
            let verb = PersonVerb.message(channel: channel, namesInstitution: named)
            return story.outcome(of: .person(story.girl, verb), by: Cast.centre)
        }
        #expect(message("sms", named: false).refusal == .unsafeContact)
        let hour = LimaTime(story.now).hour
        let contact = SafeContact(
            channels: ["sms"], fromHour: hour, beforeHour: hour + 1, mayNameInstitution: false)
        try story.act(.person(story.girl, .setSafeContact(contact)), by: Cast.centre)
        #expect(message("sms", named: false) == Outcome([]))
        #expect(message("sms", named: true).refusal == .unsafeContact)
        let blocked = CaseEvent.person(story.girl, .messageBlocked(channel: "phone"))
        #expect(message("phone", named: false) == Outcome([blocked], refusal: .unsafeContact))
        story.wait(minutes: 60)
        #expect(message("sms", named: false).refusal == .unsafeContact)
    }

    @Test func `who told the rights is written down, and told again counts again`()
        throws
    {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("notify-police", of: Cast.station)]), by: Cast.centre)
        func told(_ by: String?, _ understood: Bool = true) -> CaseAct {
            .person(story.girl, .tellRights(language: "quechua", by: by, understood: understood))
        }
        #expect(story.refusal(of: told("upe"), by: Cast.station) == .notNow(nil))
        #expect(story.refusal(of: told("pnp-station"), by: Cast.station) == nil)
        let began = story.now
        try story.act(told("upe"), by: Cast.centre)
        story.now = began
        #expect(story.outcome(of: told("upe"), by: Cast.centre) == Outcome([]), "a double tap")
        story.wait(minutes: 60)
        try story.act(told("upe"), by: Cast.centre)
        try story.act(told(nil), by: Cast.centre)
        #expect(try story.person().rightsTold.map(\.institution) == ["upe", "upe", "serenazgo"])
        try story.act(.settleFact("official-implicated", "police"), by: Cast.centre)
        #expect(
            story.refusal(of: told("pnp-station"), by: Cast.centre) == .implicated(institution: "pnp-station")
        )
    }

    @Test func `a duty of many visits is not done with one paper`() throws {
        let story = try Story.claimed()
        let act = CaseAct.person(story.girl, .doDuty("duty-monitoring", story.evidence))
        #expect(story.refusal(of: act, by: Cast.centre) == .notNow(nil))
        let visit = CaseAct.person(story.girl, .monitor(month: 1, story.evidence))
        #expect(story.refusal(of: visit, by: Cast.centre) == nil)
    }

    @Test func `a duty is released by two persons with one legal reason`() throws {
        var story = try Story.claimed()
        let release = CaseAct.person(story.girl, .release(duty: "duty-integrity", reason: "death"))
        #expect(story.refusal(of: release, by: Cast.family) == .notNow(nil))
        let vague = CaseAct.person(story.girl, .askRelease(duty: "duty-integrity", reason: "no-time"))
        #expect(story.refusal(of: vague, by: Cast.centre) == .notAWord(field: "reason"))
        let other = CaseAct.person(story.girl, .askRelease(duty: "duty-other", reason: "death"))
        #expect(story.refusal(of: other, by: Cast.centre) == .notAWord(field: "duty"))
        try story.act(
            .person(story.girl, .askRelease(duty: "duty-integrity", reason: "death")), by: Cast.centre)
        #expect(story.refusal(of: release, by: Cast.centre) == .samePerson)
        try story.act(release, by: Cast.family)
        #expect(story.outcome(of: release, by: Cast.family) == Outcome([]))
    }
}
