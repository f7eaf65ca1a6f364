import ReferralDomain
import Testing

@testable import Reports

struct FigurePeriodTests {
    @Test(arguments: 1...4) func `quarters follow one another without a gap`(quarter: Int) throws {
        let period = try #require(FigurePeriod(year: 2026, quarter: quarter))
        #expect(period.before?.end == period.start)
        #expect(FigurePeriod(reading: period.text) == period)
        #expect(period.months.count == 3)
    }

    @Test func `a year overlaps its quarters and no other`() throws {
        let year = try #require(FigurePeriod(reading: "2026"))
        for quarter in 1...4 {
            let mine = try #require(FigurePeriod(year: 2026, quarter: quarter))
            #expect(year.overlaps(mine) && mine.overlaps(year))
            #expect(!mine.overlaps(try #require(FigurePeriod(year: 2025, quarter: quarter))))
        }
        #expect(year.before?.text == "2025")
    }

    @Test func `it begins at midnight of Lima`() throws {
        let period = try #require(FigurePeriod(reading: "2026-q3"))
        #expect(
            LimaTime(period.start)
                == LimaTime(date: PlainDate(year: 2026, month: 7, day: 1)!, hour: 0, minute: 0))
    }

    @Test(arguments: ["", "2026-q5", "2026-q0", "26", "2026-7", "2026-q3-x", "x-q1", "2026-q"])
    func `what is no period is none`(text: String) { #expect(FigurePeriod(reading: text) == nil) }
}
