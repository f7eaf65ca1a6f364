import CaseRegister
import ReferralDomain

/// Each act once, as somebody who means it would ask for it.
enum Acts {
    static func all(in story: Story) -> [CaseAct] {
        let day = story.now.adding(milliseconds: 86_400_000)
        let all = story.state.obligations(under: SampleRules.rules)
        let owed = all.first(where: \.kind.canPause)?.id ?? "claim"
        let file: [CaseAct] = [
            .claim, .handOver(to: Cast.secondAtCentre.account), .settleFact("age", "minor"),
            Story.otherCase.map(CaseAct.merge) ?? .claim,
            .addPerson(PersonID(random: Array(repeating: 1, count: 16)), .adult),
            .pause(obligation: owed, reason: "health", until: day), .resume(obligation: owed),
            .takeWord(obligation: owed), .climb(obligation: owed, .reminder),
            .breakGlass(approvedBy: Cast.privacy.account, reason: "danger-to-life"),
            .reviewGlass(by: Cast.stranger.account, verdict: "justified"), .askClosing(reason: "plan-met"),
            .close(reason: "plan-met"), .reopen(reason: "found-again"),
            .refer([story.asking("notify-child-protection", of: Cast.childUnit)]),
            .referral(Story.referral(1), .accept),
        ]
        return file + person(in: story).map { .person(story.girl, $0) }
    }

    static func person(in story: Story) -> [PersonVerb] {
        let contact = SafeContact(channels: ["sms"], fromHour: 0, beforeHour: 24, mayNameInstitution: false)
        return [
            .seal(field: "name", .identity, SealedBytes([1])), .shred(reason: "court-order"),
            .settleAge(.adult),
            .takeCustody(Holder(institution: "upe", unit: Cast.childUnit.unit, post: "U-02")),
            .endCustody(reason: "with-family"), .giveConsent(.care, to: "udavit"),
            .refuseConsent(.care, to: "udavit"), .withdrawConsent(.care, to: "udavit"),
            .confirmStop(.care, by: "udavit"), .overrideConsent(.care, to: "udavit", .vitalInterest),
            .startReflection(days: nil), .requestStatement(by: "udavit"), .endReflection,
            .setSafeContact(contact), .message(channel: "sms", namesInstitution: false),
            .tellRights(language: "spanish", by: nil, understood: true),
            .countRetelling(to: "udavit", reason: "no-record"),
            .setGoal("housing", responsible: "mimp", due: LimaTime(story.now).date), .meetGoal("housing"),
            .doDuty("duty-integrity", story.evidence), .monitor(month: 3, story.evidence),
            .askRelease(duty: "duty-integrity", reason: "death"),
            .release(duty: "duty-integrity", reason: "death"),
        ]
    }
}
