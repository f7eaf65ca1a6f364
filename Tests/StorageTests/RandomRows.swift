import ReferralDomain

@testable import CaseRegister

/// Rows of invented cases, drawn with a seed; not what any rules say, but every shape that they may have.
enum RandomRows {
    static let now = Instant(millisecondsSinceEpoch: 1_798_000_000_000)
    static let municipalities = ["150101", "150135", "150142"]
    static let units = ["upe-lima", "central-150135", "comisaria-7"]
    static let institutions = ["upe", "serenazgo", "mininter"]

    /// The rows of one case.
    static func rows(
        of id: CaseID, _ reference: CaseReference, version: Int, with dice: inout Dice
    ) throws -> CaseRows {
        var about = QueueRow.About(
            reference: reference, version: version, level: dice.pick(["red", "orange", "yellow"]),
            harm: Int.random(in: 0...4, using: &dice), opened: instant(&dice))
        about.municipality = dice.oneIn(2) ? nil : dice.pick(municipalities)
        about.district = dice.oneIn(4) ? nil : dice.pick(municipalities)
        about.owner = dice.oneIn(2) ? nil : try ActorID(reading: "operator-1")
        about.people = Int.random(in: 0...4, using: &dice)
        about.isOpen = !dice.oneIn(3)
        let owed = try (0..<Int.random(in: 0...4, using: &dice)).map { try obligation($0, &dice) }
        let next = owed.min {
            ($0.end?.millisecondsSinceEpoch ?? .max) < ($1.end?.millisecondsSinceEpoch ?? .max)
        }
        let (hasChild, isWithheld) = (dice.oneIn(2), dice.oneIn(4))
        let (harm, municipality) = (about.harm, about.municipality)
        return CaseRows(
            queue: QueueRow(id, about, next: next.map(QueueRow.NextAct.init)),
            standsIn: about.municipality ?? about.district ?? "150101",
            reports: Int.random(in: 1...3, using: &dice),
            reporter: dice.oneIn(2)
                ? nil : try ActorID(reading: "sereno-\(Int.random(in: 1...2, using: &dice))"),
            obligations: owed.map {
                var row = ObligationRow(
                    case: id, reference, version: version, municipality: municipality, harm: harm,
                    obligation: $0)
                row.hasChild = hasChild
                row.isWithheld = isWithheld
                return row
            },
            referrals: try (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                try referral(of: id, reference, &dice)
            },
            place: about.district.flatMap { dice.oneIn(2) ? .init(district: $0, at: instant(&dice)) : nil })
    }

    private static func obligation(_ number: Int, _ dice: inout Dice) throws -> Obligation {
        func maybe(_ dice: inout Dice) -> Instant? { dice.oneIn(2) ? nil : instant(&dice) }
        let owner = Obligation.Owner(
            dice.pick(institutions), unit: dice.oneIn(3) ? nil : try UnitID(reading: dice.pick(units)),
            person: dice.oneIn(2) ? nil : PersonID(random: bytes(&dice)),
            referral: dice.oneIn(2) ? nil : ReferralID(random: bytes(&dice)))
        let clock = Obligation.ClockReading(
            rule: dice.oneIn(2) ? nil : "D-05", start: instant(&dice), legalDue: maybe(&dice),
            targetDue: maybe(&dice), pausedUntil: maybe(&dice))
        return Obligation(
            id: "claim.\(number)", kind: dice.pick(Obligation.Kind.allCases), owner: owner,
            subject: "notify-upe",
            clock: clock, climbed: dice.oneIn(2) ? nil : dice.pick(Rung.allCases),
            nextRung: maybe(&dice).map { .init(dice.pick(Rung.allCases), at: $0) })
    }

    private static func referral(
        of id: CaseID, _ reference: CaseReference, _ dice: inout Dice
    ) throws -> CaseRows.ReferralRow {
        let state = dice.pick(ReferralState.allCases)
        let inbox = InboxRow(
            case: id, reference, referral: ReferralID(random: bytes(&dice)), step: "notify-upe",
            standing: (state, instant(&dice), dice.oneIn(2) ? nil : instant(&dice)))
        var row = CaseRows.ReferralRow(
            institution: dice.pick(institutions),
            unit: dice.oneIn(3) ? nil : try UnitID(reading: dice.pick(units)),
            inbox: inbox, ended: state.isOpen ? nil : instant(&dice))
        if dice.oneIn(2) {
            // Most of them within the ninety days that count, some before and some ahead.
            let at = now.adding(milliseconds: Int64.random(in: -100...3, using: &dice) * 86_400_000)
            let wait = Int64.random(in: -1...90, using: &dice) * 60_000
            row.acknowledged = .init(at: at, after: at.adding(milliseconds: -wait))
        }
        return row
    }

    /// Coarse, so that many fall together; up to a year back and 30 days ahead.
    private static func instant(_ dice: inout Dice) -> Instant {
        now.adding(milliseconds: Int64.random(in: -365...30, using: &dice) * 86_400_000)
    }

    private static func bytes(_ dice: inout Dice) -> [UInt8] {
        (0..<16).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }
}
