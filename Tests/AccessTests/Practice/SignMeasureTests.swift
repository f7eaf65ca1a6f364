import Access
import CaseRegister
import ReferralDomain
import Testing

/// How well a sign is seen is counted from what was there and what was marked, and said only where there is enough.
struct SignMeasureTests {
    private func drill(_ number: Int, present: [String], marked: [String], kind: DrillResult.Kind = .scene)
        throws
        -> DrillResult
    {
        DrillResult(
            id: RecordID(random: Array(repeating: UInt8(number), count: 16)), kind: kind, subject: "s",
            shift: try #require(ShiftCode(reading: "T-1")), edition: "1", claimedStart: nil,
            endedAt: Instant(millisecondsSinceEpoch: 0), trail: [],
            signs: .init(offered: ["A01", "B05"], present: present, marked: marked), choices: [], score: 0,
            isPassed: false)
    }

    @Test func `each of the four outcomes is counted once`() throws {
        let drills = [
            try drill(1, present: ["A01"], marked: ["A01"]), try drill(2, present: ["A01"], marked: []),
            try drill(3, present: [], marked: ["A01"]), try drill(4, present: [], marked: []),
            try drill(5, present: ["A01"], marked: ["A01"], kind: .course),
        ]
        let measures = SignMeasure.all(of: drills)
        #expect(measures.map(\.sign) == ["A01", "B05"])
        let first = try #require(measures.first)
        #expect([first.hits, first.misses, first.falseAlarms, first.rejections] == [1, 1, 1, 1])
        #expect(measures[1].rejections == 4)
    }

    @Test func `of ten nothing is said, of eleven the share`() throws {
        func measure(_ seen: Int, of count: Int) throws -> SignMeasure {
            let drills = try (0..<count).map {
                try drill($0, present: ["A01"], marked: $0 < seen ? ["A01"] : [])
            }
            return try #require(SignMeasure.all(of: drills).first)
        }
        #expect(try measure(5, of: 10).sensitivity == nil)
        #expect(try measure(11, of: 11).sensitivity == 1)
        #expect(try measure(0, of: 11).sensitivity == 0)
        #expect(try measure(0, of: 11).falseAlarmRate == nil)
        let imagined = try (0..<20).map { try drill($0, present: [], marked: $0 < 5 ? ["A01"] : []) }
        #expect(SignMeasure.all(of: imagined).first?.falseAlarmRate == 0.25)
    }

    @Test(arguments: ["Ana", "Quispe1", "T-", "-1", "1234", "T-1234567", "ABCDE1", "Ñ-1", "T1T", ""])
    func `a name, or what could be one, is no code`(typed: String) {
        #expect(ShiftCode(reading: typed) == nil)
    }

    @Test func `a code is read whatever its capitals and spaces`() {
        #expect(ShiftCode(reading: " t - 0427 ")?.text == "T-0427")
        #expect(ShiftCode(reading: "OP12")?.text == "OP12")
    }
}
