import CaseRegister
import ReferralDomain

extension MatrixTown {
    /// The cases: one for every way in which a case can be somebody's, and not somebody else's.
    static func open(in cases: TownCases, altered: CaseField?) async throws -> [MatrixCase] {
        func file(_ number: Int, _ members: [StaffMember] = []) -> MatrixCase {
            MatrixCase(number, units: members.map(\.acting.unit), altered: altered)
        }
        let own = file(1, [.protection, .prosecutor])
        let other = file(2, [.victims, .womenCentre])
        let police = file(3, [.police, .protection])
        let guards = file(4, [.defence])
        let reported = file(5)
        let nowhere = file(6)
        let glass = file(7, [.victims])
        // One receiver was recalled, one said no: both see that, and nothing of the case.
        let recalled = file(8, [.defence, .womenCentre, .victims])
        let place = file(9)
        let (here, there) = (StaffMember.operator.acting, StaffMember.otherOperator.acting)
        let claimed: [(MatrixCase, Acting, [String: String])] = [
            (own, here, [:]), (other, there, [:]), (police, here, [implicated: "police"]),
            (guards, here, [implicated: "serenazgo"]), (glass, there, [:]), (recalled, there, [:]),
        ]
        for (file, centre, facts) in claimed {
            try await record([file.opening(in: centre.municipality, facts)], file, in: cases)
            try await record(
                [.file(.claimed(by: centre.unit, municipality: centre.municipality))], file, in: cases,
                by: file.word(.owner))
            try await record(try file.story(), file, in: cases, by: file.word(.thread))
            if let proof = file.proof() { try await record([proof], file, in: cases) }
        }
        let marked = try ActorID(reading: glass.word(.glass))
        try await record(
            [marked, here.account].map { brokenGlass(by: $0, of: here.unit) }, glass, in: cases)
        try await record(
            [.file(.closingAsked(reason: "done", by: try ActorID(reading: own.word(.closing))))], own,
            in: cases)
        try await record(
            [
                .referral(recalled.referrals[0].id, .recalled(reason: "wrong-recipient")),
                .referral(recalled.referrals[2].id, .rejected(reason: "conflict", suggested: nil)),
            ], recalled, in: cases)
        try await record(
            [reported.opening(in: here.municipality)], reported, in: cases,
            by: StaffMember.sereno.acting.account.text)
        try await record([nowhere.opening(in: nil)], nowhere, in: cases)
        try await record(
            [place.opening(in: here.municipality, [implicated: "police", "victim-present": "no"])], place,
            in: cases)
        return [own, other, police, guards, reported, nowhere, glass, recalled, place]
    }

    private static let implicated = "official-implicated"

    /// Half an hour for somebody of a unit, whom a colleague stands for.
    private static func brokenGlass(by account: ActorID, of unit: UnitID) -> CaseEvent {
        .file(
            .glassBroken(
                by: account, unit: unit, approvedBy: StaffMember.colleague.acting.account,
                reason: "life-at-risk", until: now.adding(milliseconds: 1_800_000)))
    }

    private static func record(
        _ events: [CaseEvent], _ file: MatrixCase, in cases: TownCases, by actor: String = "street"
    ) async throws {
        let stands = await cases.history(of: file.id).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: file.id, after: stands,
            stamp: Stamp(actor: try ActorID(reading: actor), instant: now))
    }
}
