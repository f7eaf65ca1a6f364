import CaseRegister
import Catalog
import ReferralDomain
import Storage
import Testing

@testable import Web

/// The first row of the board is the one that must be acted on first.
struct BoardModelTests {
    @Test func `in 500 generated boards the worst stands first and nobody is lost`() throws {
        let names = CatalogNames(try Town.catalog())
        for seed in 1...500 {
            var draw = Draw(seed: UInt64(seed))
            let rows = try (0..<draw.below(60)).map { try Self.row($0, &draw) }
            let model = BoardModel(rows, by: [], filter: BoardFilter(), at: Town.night, names: names)
            #expect(model.rows.count == rows.count, "seed \(seed)")
            for (above, below) in zip(model.rows, model.rows.dropFirst()) {
                #expect(Self.stands(above, over: below), "seed \(seed)")
            }
            let ids = Set(rows.map { $0.caseID.text + $0.obligation.id })
            #expect(Set(model.rows.map { $0.caseID.text + $0.obligation }) == ids, "seed \(seed)")
        }
    }

    @Test func `the check of the order sees a board that is upside down`() throws {
        let names = CatalogNames(try Town.catalog())
        var draw = Draw(seed: 1)
        let rows = try (0..<40).map { try Self.row($0, &draw) }
        let model = BoardModel(rows, by: [], filter: BoardFilter(), at: Town.night, names: names)
        let pairs = zip(model.rows.reversed(), model.rows.reversed().dropFirst())
        #expect(pairs.contains { !Self.stands($0, over: $1) })
    }

    @Test func `a page has a hundred rows and says that more follow`() throws {
        let names = CatalogNames(try Town.catalog())
        var draw = Draw(seed: 3)
        let rows = try (0..<101).map { try Self.row($0, &draw) }
        let full = BoardModel(rows, by: [], filter: BoardFilter(), at: Town.night, names: names)
        #expect(full.rows.count == 100)
        #expect(full.hasMore)
        let whole = BoardModel(
            Array(rows.prefix(100)), by: [], filter: BoardFilter(), at: Town.night, names: names)
        #expect(!whole.hasMore)
    }

    @Test func `the figures are those of the institution that is asked for`() throws {
        let names = CatalogNames(try Town.catalog())
        var rows = [
            InstitutionRow(institution: "upe", open: 10, late: 3, soon: 2),
            InstitutionRow(institution: "udavit", open: 4, late: 1, soon: 3),
        ]
        rows[0].lateOfChildren = 2
        rows[1].lateOfChildren = 1
        var filter = BoardFilter()
        let all = BoardModel([], by: rows, filter: filter, at: Town.night, names: names)
        #expect(all.totals == BoardModel.Totals(late: 4, soon: 5, inTime: 5, lateOfChildren: 3))
        #expect(all.institutions.map(\.id) == ["upe", "udavit"])
        #expect(all.institutions[0].totals.share == 70)
        filter.institution = "udavit"
        let one = BoardModel([], by: rows, filter: filter, at: Town.night, names: names)
        #expect(one.totals == BoardModel.Totals(late: 1, soon: 3, inTime: 0, lateOfChildren: 1))
    }

    private static func stands(_ above: BoardModel.Row, over below: BoardModel.Row) -> Bool {
        if above.harm != below.harm { return above.harm < below.harm }
        switch (above.face.due, below.face.due) {
        case (let mine?, let theirs?): return mine <= theirs
        case (_, nil): return true
        case (nil, _?): return false
        }
    }

    private static func row(_ number: Int, _ draw: inout Draw) throws -> ObligationRow {
        let digits = String(number + 1, radix: 16)
        let id = try CaseID(reading: String(repeating: "0", count: 32 - digits.count) + digits)
        let start = Town.night.adding(milliseconds: -Int64(draw.below(9_000_000)))
        let due = draw.below(9) == 0 ? nil : start.adding(milliseconds: Int64(draw.below(18_000_000)))
        let obligation = Obligation(
            id: "claim", kind: .claim, owner: .init("serenazgo"), subject: "claim",
            clock: .init(rule: nil, start: start, legalDue: nil, targetDue: due, pausedUntil: nil),
            climbed: Rung(rawValue: draw.below(6)), nextRung: nil)
        return ObligationRow(
            case: id, CaseReference(random: (0..<14).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) }),
            version: 1, municipality: nil, harm: draw.below(5), obligation: obligation)
    }
}

/// Numbers that are the same on every run.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
