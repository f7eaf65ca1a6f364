import CaseRegister
import ReferralDomain

/// Acts that somebody might ask for, sensible or not, the same for the same seed.
struct RandomActs {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// Somebody of the town; the control centre more often than others.
    mutating func actor() -> Acting { numbers.below(3) > 0 ? Cast.centre : numbers.one(of: Cast.all) }

    /// An age for the person of a story.
    mutating func age() -> PersonAge { numbers.one(of: PersonAge.allCases) }

    /// A time that somebody declares: mostly none, else within some hours of now.
    mutating func declaredAt(_ now: Instant) -> Instant? {
        guard numbers.below(4) == 0 else { return nil }
        return now.adding(milliseconds: Int64(numbers.below(600) - 590) * 60_000)
    }

    /// How many minutes pass before the next act.
    mutating func pause() -> Int64 { Int64(numbers.below(3) == 0 ? numbers.below(3_000) : 0) }

    mutating func act(in story: Story) -> CaseAct {
        switch numbers.below(10) {
        case 0, 1: return .refer([referral(in: story)])
        case 2...5:
            guard !story.state.referrals.isEmpty else { return .refer([referral(in: story)]) }
            let referral = numbers.one(of: story.state.referrals)
            let speaker = numbers.one(of: [Cast.centre, Cast.childUnit, Cast.link])
            return .referral(referral.id, numbers.one(of: ReferralStates.verbs(of: speaker, in: story)))
        default:
            let act = numbers.one(of: Acts.all(in: story))
            let isFinal = [ActKind.merge, .close, .shred].contains(act.kind)
            return isFinal && numbers.below(20) > 0 ? .claim : act
        }
    }

    private mutating func referral(in story: Story) -> CaseAct.NewReferral {
        let receiver = numbers.one(of: [Cast.childUnit, Cast.victimUnit, Cast.station])
        let steps = ["notify-child-protection", "victim-assistance", "adult-shelter"]
        return story.asking(
            numbers.one(of: steps), of: receiver, number: UInt8(1 + numbers.below(6)),
            by: numbers.one(of: Channel.allCases))
    }
}
