import CaseRegister
import ReferralDomain

/// One sample of every event, under the name of its file.
enum EventSamples {
    static func all() throws -> [(String, CaseEvent)] {
        let report = try Reports.girlAtTheBar()
        let sightings: [(String, CaseEvent)] = [
            ("sighting-reported", .sightingReported(report, try Reports.reference())),
            ("sighting-amended", .sightingAmended(try Reports.inDangerAfterAll())),
        ]
        let file = try fileEvents().map { event in CaseEvent.file(event) }.map { ($0.name, $0) }
        let people = try personEvents().map { CaseEvent.person(person, $0) }.map { ($0.name, $0) }
        let referrals = try referralEvents().map { CaseEvent.referral(referral, $0) }.map { ($0.name, $0) }
        let nobody = ReferralDraft(step: "notify-police", institution: "pnp-105")
        let whole = ("referral-drafted-nobody", CaseEvent.referral(referral, .drafted(nobody)))
        return sightings + file + people + referrals + [whole]
    }

    private static let person = PersonID(random: Array(repeating: 7, count: 16))
    private static let referral = ReferralID(random: Array(repeating: 1, count: 16))
    private static let moment = Instant(millisecondsSinceEpoch: 1_795_000_600_000)
    private static let sealed = SealedBytes([0, 1, 254, 255])

    private static func evidence() throws -> Evidence {
        Evidence(document: "OFICIO N° 000123-2026", day: LimaTime(moment).date)
    }

    private static func fileEvents() throws -> [FileEvent] {
        let (first, second) = (Cast.centre.account, Cast.secondAtCentre.account)
        return [
            .claimed(by: Cast.centre.unit, municipality: "150101"), .handedOver(from: first, to: second),
            .factSettled(fact: "age", value: "adult"),
            .merged(into: try CaseID(reading: "ffeeddccbbaa99887766554433221100")),
            .personAdded(person, age: .doubted), .ladderClimbed(obligation: "claim", .superior),
            .obligationPaused(obligation: "claim", reason: "reflection", until: moment),
            .obligationResumed(obligation: "claim"), .wordReceived(obligation: "claim"),
            .glassBroken(
                by: first, unit: Cast.centre.unit, approvedBy: second, reason: "danger-to-life", until: moment
            ),
            .glassReviewed(by: first, verdict: "justified"), .closingAsked(reason: "plan-met", by: first),
            .closed(reason: "plan-met", by: second), .reopened(reason: "found-again"),
        ]
    }

    private static func referralEvents() throws -> [ReferralEvent] {
        [
            .drafted(
                ReferralDraft(
                    person: person, step: "victim-assistance", institution: "udavit",
                    unit: Cast.victimUnit.unit, deadline: "D-10", changedBecause: "no-answer")),
            .called(answered: true), .sent(.oneTimeLink), .delivered(.email), .undelivered(.sms),
            .acknowledged(Proof(.spokenCode, by: sealed, of: "upe"), .phone), .accepted,
            .rejected(reason: "not-ours", suggested: "upe"), .held(reason: "capacity", review: moment),
            .resumed, .recalled(reason: "sent-by-mistake"), .custodyReceived(post: "F-07"),
            .done(try evidence()),
        ]
    }

    private static func personEvents() throws -> [PersonEvent] {
        let (evidence, day) = (try evidence(), LimaTime(moment).date)
        return [
            .fieldSealed(field: "name", .identity, sealed), .shredded(reason: "court-order"),
            .ageSettled(.adult),
            .custodyTaken(Holder(institution: "upe", unit: Cast.childUnit.unit, post: "F-07")),
            .custodyEnded(reason: "with-family"), .consentGiven(.care, to: "udavit"),
            .consentRefused(.identity, to: "udavit"), .consentWithdrawn(.care, to: "udavit"),
            .stopConfirmed(.care, by: "udavit"),
            .consentOverridden(.health, to: "minsa", code: .vitalInterest),
            .reflectionStarted(until: moment), .statementRequested(by: "fistrap", isHeld: true),
            .reflectionEnded,
            .safeContactSet(
                SafeContact(channels: ["sms"], fromHour: 9, beforeHour: 17, mayNameInstitution: false)),
            .messageBlocked(channel: "sms"),
            .rightsTold(language: "quechua", byInstitution: "upe", understood: true),
            .retold(to: "fistrap", reason: "no-record"),
            .goalSet(goal: "housing", responsible: "mimp", due: day), .goalMet(goal: "housing"),
            .dutyDone(duty: "duty-integrity", evidence), .monitored(month: 3, evidence),
            .releaseAsked(duty: "duty-integrity", reason: "death", by: Cast.centre.account),
            .dutyReleased(duty: "duty-integrity", reason: "death", by: Cast.family.account),
        ]
    }
}
