import CaseRegister
import ReferralDomain
import Testing

/// Protects: a referral goes only to whom it may go, with a reason where one is owed.
struct ReferRefusalTests {
    @Test func `nothing is referred before somebody has taken the case`() throws {
        let story = try Story()
        let act = CaseAct.refer([story.asking("notify-child-protection", of: Cast.childUnit)])
        #expect(story.refusal(of: act, by: Cast.centre) == .notOwner)
    }

    @Test func `an implicated body cannot be chosen and never sees the case`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-police", of: Cast.station)
        try story.act(.refer([new]), by: Cast.centre)
        #expect(relation(of: Cast.station, in: story) == .receiver)

        try story.act(.settleFact("official-implicated", "police"), by: Cast.centre)
        #expect(relation(of: Cast.station, in: story) == .none)
        let again = story.asking("notify-police-unit", of: Cast.station, number: 2)
        #expect(
            story.refusal(of: .refer([again]), by: Cast.centre) == .implicated(institution: "pnp-station"))
        let holder = Holder(institution: "pnp-station", unit: nil, post: "P-1")
        #expect(
            story.refusal(of: .person(story.girl, .takeCustody(holder)), by: Cast.centre)
                == .implicated(institution: "pnp-station"))
        let glass = CaseAct.breakGlass(approvedBy: Cast.privacy.account, reason: "danger-to-life")
        #expect(story.refusal(of: glass, by: Cast.station) == .unknown)
    }

    @Test func `another body than the route's needs a coded reason`() throws {
        let story = try Story.claimed()
        func refusal(_ reason: String?) -> Refusal? {
            let new = story.asking("notify-police", of: Cast.childUnit, changedBecause: reason)
            return story.refusal(of: .refer([new]), by: Cast.centre)
        }
        #expect(refusal("") == .reasonMissing)
        #expect(refusal("because-i-say") == .notAWord(field: "changedBecause"))
        #expect(refusal("no-answer") == nil)
    }

    @Test func `the same step of the same body for the same person is asked once while it is open`() throws {
        var story = try Story.claimed()
        let first = story.asking("notify-child-protection", of: Cast.childUnit)
        let second = story.asking("notify-child-protection", of: Cast.childUnit, number: 2)
        #expect(story.outcome(of: .refer([first, second]), by: Cast.centre).events.count == 2)
        try story.act(.refer([first]), by: Cast.centre)
        #expect(story.outcome(of: .refer([first]), by: Cast.centre) == Outcome([]))
        #expect(story.outcome(of: .refer([second]), by: Cast.centre) == Outcome([]))
        try story.act(.referral(first.id, .recall(reason: "sent-by-mistake")), by: Cast.centre)
        #expect(story.outcome(of: .refer([second]), by: Cast.centre).events.count == 2)
        let changed = story.asking("notify-police", of: Cast.station)
        #expect(story.refusal(of: .refer([changed]), by: Cast.centre) == .notNow(.recalled))
    }

    @Test func `of several referrals all are made or none`() throws {
        let story = try Story.claimed(.adult)
        let good = story.asking("notify-police", of: Cast.station)
        let bad = story.asking("victim-assistance", of: Cast.victimUnit, number: 2)
        let outcome = story.outcome(of: .refer([good, bad]), by: Cast.centre)
        #expect(outcome == Outcome([], refusal: .noConsent(.care, to: "udavit")))
    }

    @Test func `a recalled receiver sees only that, and may confirm the stop`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-child-protection", of: Cast.childUnit)
        try story.act(.refer([new]), by: Cast.centre)
        try story.act(.referral(new.id, .recall(reason: "sent-by-mistake")), by: Cast.centre)
        #expect(relation(of: Cast.childUnit, in: story) == .former)
        #expect(story.refusal(of: .referral(new.id, .accept), by: Cast.childUnit) == .notNow(nil))
    }

    @Test func `a receiver does not learn of the referrals of others`() throws {
        var story = try Story.claimed()
        let news = [
            story.asking("notify-child-protection", of: Cast.childUnit),
            story.asking("notify-police", of: Cast.station, number: 2),
        ]
        try story.act(.refer(news), by: Cast.centre)
        #expect(story.refusal(of: .referral(news[1].id, .accept), by: Cast.childUnit) == .unknown)
        #expect(story.refusal(of: .referral(Story.referral(9), .accept), by: Cast.childUnit) == .unknown)
    }

    @Test func `nobody signs for another`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-child-protection", of: Cast.childUnit)
        try story.act(.refer([new]), by: Cast.centre)
        let allowed: [(Acting, Set<Proof.Kind>)] = [
            (Cast.centre, [.spokenCode, .signature]), (Cast.childUnit, [.account]), (Cast.link, [.link]),
        ]
        for (acting, kinds) in allowed {
            for kind in Proof.Kind.allCases {
                let verb = ReferralVerb.acknowledge(story.proof(kind), .phone)
                let refusal = story.refusal(of: .referral(new.id, verb), by: acting)
                #expect(refusal == (kinds.contains(kind) ? nil : .notAWord(field: "proof")))
            }
        }
        let other = ReferralVerb.acknowledge(story.proof(.account, of: "udavit"), .phone)
        #expect(story.refusal(of: .referral(new.id, other), by: Cast.childUnit) == .notAWord(field: "proof"))
        let long = Proof(.account, by: SealedBytes(Array(repeating: 0, count: 5_000)), of: "upe")
        #expect(
            story.refusal(of: .referral(new.id, .acknowledge(long, .phone)), by: Cast.childUnit)
                == .tooLong(field: "proof"))
    }

    @Test func `a pause needs a coded reason and a day within thirty`() throws {
        var story = try Story.claimed()
        let new = story.asking("notify-child-protection", of: Cast.childUnit)
        try story.act(.refer([new]), by: Cast.centre)
        func refusal(_ reason: String, days: Int64) -> Refusal? {
            let review = story.now.adding(milliseconds: days * 86_400_000)
            return story.refusal(
                of: .referral(new.id, .hold(reason: reason, review: review)), by: Cast.centre)
        }
        #expect(refusal("capacity", days: 30) == nil)
        #expect(refusal("capacity", days: 31) == .tooLong(field: "review"))
        #expect(refusal("capacity", days: 0) == .declaredTime)
        #expect(refusal("tired", days: 1) == .notAWord(field: "reason"))
    }

    @Test func `for a body without accounts its answers are written down by the sender`() throws {
        var story = try Story.claimed()
        let draft = ReferralDraft(person: story.girl, step: "emergency-police", institution: "pnp-105")
        let id = Story.referral(5)
        try story.act(.refer([.init(id: id, draft: draft, channel: .phone)]), by: Cast.centre)
        let proof = story.proof(.spokenCode, of: "pnp-105")
        for verb in [
            .acknowledge(proof, .phone), .accept, .receiveCustody(post: "P-1"), .complete(story.evidence),
        ] as [ReferralVerb] {
            try story.act(.referral(id, verb), by: Cast.centre)
        }
        #expect(story.state.referral(id)?.state == .done)
        #expect(try story.person().custody.current?.holder.map(\.institution) == "pnp-105")
    }

    private func relation(of acting: Acting, in story: Story) -> CaseRelation {
        CaseRelation(of: acting, to: story.state, at: story.now, under: SampleRules.rules)
    }
}
