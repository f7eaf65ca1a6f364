import CaseRegister
import ReferralDomain
import Testing

/// One case from the first sighting to its closing: what it owes at every turn, line by line.
struct ObligationStoryTests {
    @Test func `from sighting to closing, nobody lets go of the thread`() throws {
        var story = try CaseStory(
            at: try Lima.at("2026-11-23 22:15"),
            facts: [.init("age", "minor"), .init("nationality", "foreign"), .init("victim-present", "yes")])
        #expect(story.owed() == Golden.sighted)

        let taken = try Lima.at("2026-11-23 22:16")
        story.tell(.claimed(by: try UnitID(reading: "central-150135"), municipality: "150135"), at: taken)
        #expect(story.owed() == [])

        story.tell(.personAdded(CaseStory.person, age: .minor), at: taken)
        let upe = story.refer(
            1, step: "child-measure", to: "upe", deadline: "D-15", at: taken)
        let mre = story.refer(2, step: "consular-assistance", to: "mre", at: taken)
        #expect(story.owed() == Golden.referred)

        let answered = try Lima.at("2026-11-23 22:20")
        story.tell(.acknowledged(Proof.spoken, .phone), upe, at: answered)
        story.tell(.rejected(reason: "other-zone", suggested: "migraciones"), mre, at: answered)
        #expect(story.owed().prefix(3) == Golden.answered.prefix(3))

        let accepted = try Lima.at("2026-11-23 22:40")
        story.tell(.accepted, upe, at: accepted)
        let next = story.refer(
            3, step: "consular-assistance", to: "migraciones", at: accepted)
        story.tell(
            .custodyTaken(Holder(institution: "upe", unit: try UnitID(reading: "upe-lima"), post: "F-07")),
            at: accepted)
        story.tell(.held(reason: "documents", review: try Lima.at("2026-12-01 09:00")), next, at: accepted)
        #expect(story.owed() == Golden.inCustody)

        let day = try Lima.at("2026-11-24 09:00")
        story.tell(.rightsTold(language: "quechua", byInstitution: "upe", understood: true), at: day)
        let proof = Evidence(document: "OFICIO 000123-2026", day: try Lima.day("2026-11-24"))
        for duty in ["duty-integrity", "duty-basic-support"] {
            story.tell(.dutyDone(duty: duty, proof), at: day)
        }
        story.tell(.done(proof), upe, at: day)
        story.tell(.consentWithdrawn(.consulate, to: "mre"), at: day)
        story.tell(.recalled(reason: "consent-withdrawn"), next, at: day)
        let first = ActorID.street
        story.tell(.releaseAsked(duty: "duty-repatriation", reason: "decided-to-stay", by: first), at: day)
        #expect(story.owed() == Golden.cared)

        story.tell(
            .dutyReleased(duty: "duty-repatriation", reason: "decided-to-stay", by: LadderKeeper.actor),
            at: day)
        story.tell(.stopConfirmed(.consulate, by: "mre"), at: day)
        for month in [1, 3] { story.tell(.monitored(month: month, proof), at: day) }
        #expect(story.owed() == [])

        story.tell(.custodyEnded(reason: "with-family"), at: day)
        #expect(story.owed() == ["custody custody serenazgo 2026-11-24 09:15 → reminder 2026-11-24 09:15"])
        story.tell(.closed(reason: "plan-met", by: first), at: day)
        #expect(story.owed() == [], "a closed case owes nothing")
        story.tell(
            .glassBroken(
                by: first, unit: try UnitID(reading: "upe-lima"), approvedBy: LadderKeeper.actor,
                reason: "danger-to-life", until: try Lima.at("2026-11-24 10:30")),
            at: try Lima.at("2026-11-24 10:00"))
        #expect(story.owed() == ["glass glass municipality 2026-11-25 10:00 → reminder 2026-11-25 10:00"])
    }

    private enum Golden {
        static let sighted = ["claim claim serenazgo 2026-11-23 22:15 → reminder 2026-11-23 22:15"]
        static let referred = [
            "acknowledge child-measure upe 2026-11-23 22:26 → reminder 2026-11-23 22:26",
            "acknowledge consular-assistance mre 2026-11-23 22:26 → reminder 2026-11-23 22:26",
            "custody custody serenazgo 2026-11-23 22:30 → reminder 2026-11-23 22:30",
            "rights explain-rights serenazgo 2026-11-24 22:16 → reminder 2026-11-24 22:16",
            "duty duty-basic-support mimp 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "duty duty-integrity serenazgo 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "duty duty-repatriation mre 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "monitor duty-monitoring commission-secretariat 2026-12-23 end → reminder 2026-12-23 end",
            "monitor duty-monitoring commission-secretariat 2027-02-23 end → reminder 2027-02-23 end",
        ]
        static let answered = [
            "custody custody serenazgo 2026-11-23 22:30 → reminder 2026-11-23 22:30",
            "reroute consular-assistance serenazgo 2026-11-23 22:30 → reminder 2026-11-23 22:30",
            "accept child-measure upe 2026-11-23 23:20 → reminder 2026-11-23 23:20",
        ]
        static let inCustody = [
            "rights explain-rights upe 2026-11-24 22:16 → reminder 2026-11-24 22:16",
            "serve child-measure upe 2026-11-24 22:16 → reminder 2026-11-24 22:16",
            "duty duty-basic-support upe 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "duty duty-integrity upe 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "duty duty-repatriation mre 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "review consular-assistance serenazgo 2026-12-01 09:00 → reminder 2026-12-01 09:00",
            "monitor duty-monitoring commission-secretariat 2026-12-23 end → reminder 2026-12-23 end",
            "monitor duty-monitoring commission-secretariat 2027-02-23 end → reminder 2027-02-23 end",
        ]
        static let cared = [
            "stop consulate mre 2026-11-25 09:00 → reminder 2026-11-25 09:00",
            "duty duty-repatriation mre 2026-11-30 22:16 → reminder 2026-11-30 22:16",
            "monitor duty-monitoring commission-secretariat 2026-12-23 end → reminder 2026-12-23 end",
            "monitor duty-monitoring commission-secretariat 2027-02-23 end → reminder 2027-02-23 end",
        ]
    }
}
