import ReferralDomain
import Testing

struct InstantTests {
    @Test(arguments: [
        ("2026-11-23T22:15:00-05:00", "2026-11-24T03:15:00Z"),
        ("2026-11-24T03:15:00Z", "2026-11-24T03:15:00Z"),
        ("2026-11-24T08:45:00.25+05:30", "2026-11-24T03:15:00.250Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
    func `a moment with an offset is one moment`(text: String, utc: String) {
        #expect(Instant(rfc3339: text)?.rfc3339 == utc)
    }

    @Test(arguments: [
        "2026-11-23T22:15:00", "2026-11-23 22:15:00Z", "2026-11-23T24:00:00Z", "2026-11-23T22:60:00Z", "ayer",
        "2026-11-23T22:15Z", "2026-11-23T22:15:00.Z", "2026-11-23T22:15:00-5:00", "2026-02-30T10:00:00Z", "",
        "2026-11-23T22:15:60Z", "2026-11-23T22:15:00+25:00", "2026-11-23T2a:15:00Z",
    ])
    func `an hour without a zone or that no clock shows is refused`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `the clock of Lima is five hours behind all year`() throws {
        for month in 1...12 {
            let day = try #require(PlainDate(year: 2026, month: month, day: 15))
            let noon = LimaTime(date: day, hour: 12, minute: 0)
            #expect(noon.instant.rfc3339 == "\(day.iso)T17:00:00Z")
            #expect(LimaTime(noon.instant) == noon)
            #expect(noon.clock == "12:00")
        }
    }

    @Test func `offices answer from eight to a quarter past four on working days`() throws {
        let holiday = try #require(PlainDate(iso: "2026-12-08"))
        let calendar = OfficeCalendar(holidays: [holiday])
        let tuesday = try #require(PlainDate(iso: "2026-11-24"))
        for minute in 0..<(24 * 60) {
            let isOpen = calendar.isOpen(at: LimaTime(date: tuesday, hour: minute / 60, minute: minute % 60))
            #expect(isOpen == (minute >= 8 * 60 && minute < 16 * 60 + 15), "minute \(minute)")
        }
        #expect(!calendar.isOpen(at: LimaTime(date: holiday, hour: 10, minute: 0)))
        for iso in ["2026-11-28", "2026-11-29"] {
            #expect(
                !calendar.isOpen(at: LimaTime(date: try #require(PlainDate(iso: iso)), hour: 10, minute: 0)))
        }
    }
}
