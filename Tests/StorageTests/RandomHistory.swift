import CaseRegister
import ReferralDomain

/// Well-formed events of invented cases, drawn with a seed. They need not make sense together: a fold takes all.
enum RandomHistory {
    /// The report that opens a case, and some events after it, in batches as they are appended.
    static func batches(with dice: inout Dice, most: Int = 6) throws -> [[NewEvent]] {
        let persons = [PersonID(random: bytes(16, &dice)), PersonID(random: bytes(16, &dice))]
        let referral = ReferralID(random: bytes(16, &dice))
        return try (0..<Int.random(in: 0...most, using: &dice)).map { _ in
            try (0..<Int.random(in: 1...3, using: &dice)).map { _ in
                let declared = Instant(millisecondsSinceEpoch: Int64.random(in: 0...2_000, using: &dice))
                let event = try event(persons, referral, &dice)
                return NewEvent(event, declaredAt: dice.oneIn(3) ? declared : nil)
            }
        }
    }

    private static func event(
        _ persons: [PersonID], _ referral: ReferralID, _ dice: inout Dice
    ) throws -> CaseEvent {
        let person = dice.pick(persons)
        let events: [CaseEvent] = [
            .file(.claimed(by: try UnitID(reading: "central-150135"), municipality: "150135")),
            .file(.personAdded(person, age: dice.pick(PersonAge.allCases))),
            .file(.closed(reason: "duties-done", by: try ActorID(reading: "operator-1"))),
            .file(.reopened(reason: "new-facts")),
            .file(.factSettled(fact: "victim-present", value: dice.pick(["yes", "no"]))),
            .file(.ladderClimbed(obligation: "claim", dice.pick(Rung.allCases))),
            .referral(
                referral,
                .drafted(
                    ReferralDraft(
                        person: person, step: "notify-upe", institution: "upe",
                        unit: try UnitID(reading: "upe-lima"), deadline: "D-10"))),
            .referral(referral, .sent(dice.pick(Channel.allCases))),
            .referral(
                referral,
                .acknowledged(Proof(.account, by: SealedBytes(bytes(24, &dice)), of: "upe"), .inSystem)),
            .referral(referral, dice.pick([.accepted, .resumed, .recalled(reason: "told-twice")])),
            .person(person, .fieldSealed(field: "name", .identity, SealedBytes(bytes(40, &dice)))),
            .person(person, .consentGiven(.care, to: "upe")),
            .person(person, .custodyTaken(Holder(institution: "serenazgo", unit: nil, post: "F-07"))),
        ]
        return dice.pick(events)
    }

    private static func bytes(_ count: Int, _ dice: inout Dice) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }
}
