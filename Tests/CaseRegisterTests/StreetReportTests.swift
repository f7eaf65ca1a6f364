import CaseRegister
import JSON
import ReferralDomain
import Testing

struct StreetReportTests {
    @Test func `a report told in another order is the same report`() throws {
        let one = try Reports.report(
            facts: [.init("age", "child"), .init("danger", "no")], signs: ["B1", "A1"])
        let other = try Reports.report(
            facts: [.init("danger", "no"), .init("age", "child")], signs: ["A1", "B1"])
        #expect(one == other)
        #expect(one.json.bytes(.canonical) == other.json.bytes(.canonical))
    }

    @Test func `a fact that was not answered has no value`() throws {
        let report = try Reports.girlAtTheBar()
        #expect(report.value(of: "age") == "child")
        #expect(report.value(of: "injury") == nil)
    }

    @Test(arguments: [
        "", "a b", "niña", "a\u{0}b", "a\nb", "José", "a/b", "ana@x", String(repeating: "a", count: 65),
    ])
    func `no name, sentence or NUL byte fits into a report`(text: String) {
        #expect(throws: StreetReport.Misread.notAWord(.facts)) {
            try Reports.report(facts: [.init(text, "yes")])
        }
        #expect(throws: StreetReport.Misread.notAWord(.facts)) {
            try Reports.report(facts: [.init("age", text)])
        }
        #expect(throws: StreetReport.Misread.notAWord(.signs)) { try Reports.report(signs: [text]) }
        #expect(throws: ActorID.Misread.notAWord) { try ActorID(reading: text) }
    }

    @Test func `a fact answered twice is refused, whichever answer was meant`() {
        #expect(throws: StreetReport.Misread.twice(.facts)) {
            try Reports.report(facts: [.init("age", "child"), .init("age", "adult")])
        }
        #expect(throws: StreetReport.Misread.twice(.signs)) { try Reports.report(signs: ["A01", "A01"]) }
    }

    @Test func `a list without end is refused`() {
        let signs = (0..<129).map { "A\($0)" }
        #expect(throws: StreetReport.Misread.tooMany(.signs)) { try Reports.report(signs: signs) }
    }

    @Test(arguments: ["15010", "1501011", "15010a", "١٥٠١٠١", ""])
    func `a district is six digits`(district: String) {
        #expect(throws: StreetReport.Misread.district) { try Reports.report(district: district) }
    }

    @Test(arguments: [-1, 253_402_300_800_000, .min, .max] as [Int64])
    func `a time that no clock can have meant is refused`(milliseconds: Int64) {
        #expect(throws: StreetReport.Misread.claimedAt) { try Reports.report(claimedAt: milliseconds) }
    }

    @Test func `a report is read back from its own JSON`() throws {
        for report in [
            try Reports.girlAtTheBar(), try Reports.report(), try Reports.report(district: nil),
            try Reports.inDangerAfterAll(claimedAt: nil),
        ] {
            let bytes = report.json.bytes(.canonical)
            #expect(try StreetReport(reading: JSON(parsing: bytes)) == report)
        }
    }

    @Test func `a member that is added later is passed over`() throws {
        let report = try Reports.girlAtTheBar()
        let members = (report.json.object ?? []) + [.init("later", ["x": 1])]
        #expect(try StreetReport(reading: .object(members)) == report)
    }

    @Test(
        arguments: [
            ("id", JSON.null, .id), ("id", "short", .id), ("catalog", 1, .catalogVersion),
            ("catalog", ["version": "1"], .catalogHash), ("people", "many", .people), ("level", [], .level),
            ("facts", [], .facts), ("facts", ["age": 12], .facts), ("signs", "A01", .signs),
            ("signs", [1], .signs),
            ("steps", nil, .steps), ("district", 150_101, .district), ("claimedAt", "now", .claimedAt),
        ] as [(String, JSON, StreetReport.Field)])
    func `a member of another kind is refused by its name`(
        key: String, value: JSON, field: StreetReport.Field
    ) throws {
        let members = (try Reports.girlAtTheBar().json.object ?? []).filter { $0.key != key }
        let json = JSON.object(members + [.init(key, value)])
        #expect(throws: StreetReport.Misread.missing(field)) { try StreetReport(reading: json) }
    }
}
