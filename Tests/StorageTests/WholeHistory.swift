import CaseRegister
import ReferralDomain

/// Events of every kind there is, drawn with a seed for an invented case; pauses and climbs are of what it owes then.
///
/// They need not make sense together: a fold takes all.
struct WholeHistory {
    private let rules: ProtocolRules
    private var state = CaseState()
    private let persons: [PersonID]
    private let referrals: [ReferralID]
    private var instant: Instant

    init(of number: Int, under rules: ProtocolRules, at start: Instant, with dice: inout Dice) throws {
        self.rules = rules
        persons = (0..<2).map { _ in PersonID(random: Self.bytes(16, &dice)) }
        referrals = (0..<3).map { _ in ReferralID(random: Self.bytes(16, &dice)) }
        instant = start
    }

    /// Follows what the journal has recorded of the case.
    mutating func follow(_ history: [RecordedEvent]) { state = CaseState(after: history) }

    /// Some events after what is recorded.
    mutating func batch(with dice: inout Dice) throws -> [NewEvent] {
        try (0..<Int.random(in: 1...3, using: &dice)).map { _ in
            instant = instant.adding(milliseconds: Int64.random(in: 0...40_000_000, using: &dice))
            return NewEvent(try event(with: &dice), declaredAt: dice.oneIn(3) ? instant : nil)
        }
    }

    private func event(with dice: inout Dice) throws -> CaseEvent {
        let referral = dice.pick(referrals)
        let person = dice.pick(persons)
        return switch Int.random(in: 0..<10, using: &dice) {
        case 0...2: .file(try fileEvent(&dice))
        case 3...5: .person(person, try personEvent(&dice))
        default: .referral(referral, try referralEvent(person, &dice))
        }
    }

    private func fileEvent(_ dice: inout Dice) throws -> FileEvent {
        let owed = state.obligations(under: rules).map(\.id)
        let obligation = owed.isEmpty ? "claim" : dice.pick(owed)
        let first = try ActorID(reading: "OP-01")
        let second = try ActorID(reading: "OP-02")
        let unit = try UnitID(reading: "central-150135")
        let later = instant.adding(milliseconds: Int64.random(in: 1...900_000_000, using: &dice))
        let age = dice.pick(PersonAge.allCases)
        let nationality = dice.pick(["foreign", "peruvian"])
        let person = dice.pick(persons)
        let rung = dice.pick(Rung.allCases)
        let events: [FileEvent] = [
            .claimed(by: unit, municipality: "150135"), .handedOver(from: first, to: second),
            .factSettled(fact: "nationality", value: nationality),
            .factSettled(fact: "victim-present", value: "no"),
            .merged(into: try CaseID(reading: String(repeating: "f", count: 32))),
            .personAdded(person, age: age),
            .personAdded(person, age: age),
            .ladderClimbed(obligation: obligation, rung),
            .obligationPaused(obligation: obligation, reason: "reflection", until: later),
            .obligationPaused(obligation: obligation, reason: "documents", until: later),
            .obligationResumed(obligation: obligation), .wordReceived(obligation: obligation),
            .glassBroken(by: first, unit: unit, approvedBy: second, reason: "danger-to-life", until: later),
            .glassReviewed(by: first, verdict: "justified"), .closingAsked(reason: "plan-met", by: first),
            .closed(reason: "plan-met", by: second), .reopened(reason: "found-again"),
        ]
        return dice.pick(events)
    }

    private func referralEvent(_ person: PersonID, _ dice: inout Dice) throws -> ReferralEvent {
        let asked: [(step: String, institution: String, deadline: String?)] = [
            ("notify-prosecutor", "fistrap", nil), ("child-measure", "upe", "D-15"),
            ("child-measure", "upe", "D-15"), ("legal-aid", "minjusdh", "D-10"),
            ("victim-assistance", "udavit", "D-15"), ("notify-police", "pnp-105", nil),
        ]
        let (step, institution, deadline) = dice.pick(asked)
        let channel = dice.pick(Channel.allCases)
        let isAnswered = dice.oneIn(2)
        let unit = try UnitID(reading: institution + "-practica")
        let proof = Proof(.account, by: SealedBytes(Self.bytes(24, &dice)), of: institution)
        let later = instant.adding(milliseconds: 90_000_000)
        let whom = dice.oneIn(4) ? nil : person
        let events: [ReferralEvent] = [
            .drafted(
                ReferralDraft(
                    person: whom, step: step, institution: institution, unit: unit, deadline: deadline)),
            .drafted(
                ReferralDraft(person: person, step: step, institution: institution, deadline: deadline)),
            .called(answered: isAnswered), .sent(channel), .sent(channel), .delivered(channel),
            .acknowledged(proof, .inSystem), .accepted, .accepted, .accepted,
            .rejected(reason: "no-capacity", suggested: isAnswered ? "upe" : nil),
            .held(reason: "capacity", review: later), .resumed, .recalled(reason: "sent-by-mistake"),
            .custodyReceived(post: "F-07"), .done(evidence),
        ]
        return dice.pick(events)
    }

    private func personEvent(_ dice: inout Dice) throws -> PersonEvent {
        let purpose = dice.pick(Purpose.allCases)
        let clerk = try ActorID(reading: "OP-01")
        let duty = dice.pick(rules.duties.map(\.id) + ["duty-integrity"])
        let events: [[PersonEvent]] = [
            [
                .fieldSealed(field: "name", .identity, SealedBytes(Self.bytes(40, &dice))),
                .shredded(reason: "court-order"), .ageSettled(dice.pick(PersonAge.allCases)),
                .custodyTaken(Holder(institution: "upe", unit: nil, post: "F-07")),
                .custodyTaken(Holder(institution: "serenazgo", unit: nil, post: "F-01")),
                .custodyEnded(reason: "with-family"),
            ],
            [
                .consentGiven(purpose, to: "udavit"), .consentRefused(purpose, to: "udavit"),
                .consentWithdrawn(purpose, to: "udavit"), .stopConfirmed(purpose, by: "udavit"),
                .consentOverridden(purpose, to: "minsa", code: .vitalInterest),
            ],
            [
                .reflectionStarted(until: instant.adding(milliseconds: 2_600_000_000)),
                .statementRequested(by: "fistrap", isHeld: true), .reflectionEnded,
                .safeContactSet(
                    SafeContact(
                        channels: ["sms"], fromHour: 9, beforeHour: 17, mayNameInstitution: false)),
                .messageBlocked(channel: "sms"),
                .rightsTold(language: "quechua", byInstitution: "upe", understood: dice.oneIn(2)),
                .retold(to: "fistrap", reason: "no-record"),
            ],
            [
                .goalSet(
                    goal: dice.pick(["housing", "school"]), responsible: "mimp", due: LimaTime(instant).date)
            ],
            [
                .goalMet(goal: dice.pick(["housing", "school"])), .dutyDone(duty: duty, evidence),
                .monitored(month: dice.pick([1, 3, 6, 12]), evidence),
                .releaseAsked(duty: duty, reason: "death", by: clerk),
                .dutyReleased(duty: duty, reason: "death", by: clerk),
            ],
        ]
        return dice.pick(dice.pick(events))
    }

    private var evidence: Evidence { Evidence(document: "OFICIO-7", day: LimaTime(instant).date) }

    private static func bytes(_ count: Int, _ dice: inout Dice) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }
}
