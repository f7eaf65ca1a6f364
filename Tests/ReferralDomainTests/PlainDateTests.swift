import ReferralDomain
import Testing

struct PlainDateTests {
    @Test func `every day of three centuries survives the count of days and back`() throws {
        var expected = try #require(PlainDate(year: 1900, month: 1, day: 1)).daysSinceEpoch
        for year in 1900...2200 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = PlainDate(year: year, month: month, day: day) else { continue }
                    #expect(date.daysSinceEpoch == expected)
                    #expect(PlainDate(daysSinceEpoch: expected) == date)
                    #expect(PlainDate(iso: date.iso) == date)
                    expected += 1
                }
            }
        }
    }

    @Test(arguments: [
        ("2026-11-23", 1), ("2026-11-29", 7), ("1970-01-01", 4), ("1969-12-31", 3), ("2024-02-29", 4),
    ])
    func `the day of the week is that of the calendar`(iso: String, weekday: Int) {
        #expect(PlainDate(iso: iso)?.weekday == weekday)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-11-31", "", "2026/11/23",
    ])
    func `a day that does not exist is refused`(iso: String) {
        #expect(PlainDate(iso: iso) == nil)
    }
}
