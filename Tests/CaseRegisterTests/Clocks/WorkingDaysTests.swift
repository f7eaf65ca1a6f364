import CaseRegister
import ReferralDomain
import Testing

struct WorkingDaysTests {
    private let days = WorkingDays(Rules.calendar)

    @Test(arguments: [
        // Fiestas Patrias 2026: Thursday 23, Tuesday 28 and Wednesday 29 of July are holidays.
        ("2026-07-22 09:00", 1, "2026-07-24"),
        ("2026-07-24 09:00", 1, "2026-07-27"),
        ("2026-07-27 09:00", 1, "2026-07-30"),
        ("2026-07-28 09:00", 1, "2026-07-30"),
        ("2026-07-22 09:00", 5, "2026-08-03"),
        // The end of the year: Friday 1 January is a holiday.
        ("2026-12-30 09:00", 1, "2026-12-31"),
        ("2026-12-30 09:00", 2, "2027-01-04"),
        ("2026-12-24 23:59", 1, "2026-12-28"),
        // Two holidays in a row, and a holiday that is a Sunday, which costs no working day.
        ("2026-12-07 08:00", 1, "2026-12-10"),
        ("2026-08-28 08:00", 1, "2026-08-31"),
        // Holy Week.
        ("2027-03-24 08:00", 1, "2027-03-29"),
        ("2026-11-23 10:00", 5, "2026-11-30"),
        ("2026-11-23 10:00", 0, "2026-11-23"),
    ])
    func `a term in working days ends with its last day`(start: String, amount: Int, end: String) throws {
        let term = ProtocolRules.Term(amount, .workingDays)
        #expect(days.end(of: term, from: try Lima.at(start)) == (try Lima.at("\(end) 23:59:59.999")))
    }

    @Test func `the hour of the day changes nothing, the office's end included`() throws {
        let term = ProtocolRules.Term(2, .workingDays)
        let expected = try Lima.at("2026-11-25 23:59:59.999")
        for clock in ["00:00:00.000", "08:00:00.000", "16:14:59.999", "16:15:00.000", "23:59:59.999"] {
            #expect(days.end(of: term, from: try Lima.at("2026-11-23 \(clock)")) == expected, "\(clock)")
        }
        let next = days.end(of: term, from: try Lima.at("2026-11-24 00:00:00.000"))
        #expect(next == (try Lima.at("2026-11-26 23:59:59.999")), "the day of Lima begins at its midnight")
    }

    @Test func `hours and minutes run through nights and holidays`() throws {
        let start = try Lima.at("2026-07-27 22:10:00.001")
        #expect(days.end(of: .init(24, .hours), from: start) == (try Lima.at("2026-07-28 22:10:00.001")))
        #expect(days.end(of: .init(72, .hours), from: start) == (try Lima.at("2026-07-30 22:10:00.001")))
        #expect(days.end(of: .init(90, .minutes), from: start) == (try Lima.at("2026-07-27 23:40:00.001")))
    }

    @Test(arguments: [
        ("2026-11-23 10:00", 8, "2026-12-01"), ("2026-11-23 10:00", 5, "2026-11-30"),
        ("2026-11-23 10:00", 15, "2026-12-10"), ("2026-07-21 10:00", 7, "2026-07-30"),
    ])
    func `a term in days counts all of them and never ends on a day without attention`(
        start: String, amount: Int, end: String
    ) throws {
        let found = days.end(of: .init(amount, .days), from: try Lima.at(start))
        #expect(found == (try Lima.at("\(end) 23:59:59.999")))
    }

    @Test func `every day of two years and every amount to thirty agree with a walk of the calendar`() throws
    {
        let holidays = Set(Rules.holidays)
        let first = try Lima.day("2026-06-01").daysSinceEpoch
        func isWorking(_ day: Int) -> Bool {
            // 1 June 2026 was a Monday.
            (day - first) % 7 < 5 && !holidays.contains(PlainDate(daysSinceEpoch: day).iso)
        }
        var disagreements = 0
        for start in first..<(first + 730) {
            let instant = LimaTime(date: PlainDate(daysSinceEpoch: start), hour: 16, minute: 15).instant
            var day = start
            for amount in 1...30 {
                repeat { day += 1 } while !isWorking(day)
                let end = LimaTime(days.end(of: .init(amount, .workingDays), from: instant))
                if end.date.daysSinceEpoch != day || end.millisecondOfDay != 86_399_999 { disagreements += 1 }
            }
        }
        #expect(disagreements == 0)
    }

    @Test(arguments: [
        ("2026-11-23", 1, "2026-12-23"), ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"), ("2026-12-31", 12, "2027-12-31"), ("2026-10-31", 6, "2027-04-30"),
    ])
    func `months run from day to day and end with a short month`(start: String, months: Int, end: String)
        throws
    {
        let found = WorkingDays.end(ofMonth: months, after: try Lima.day(start))
        #expect(found == (try Lima.at("\(end) 23:59:59.999")))
    }

    @Test func `the law changes at midnight in Lima`() throws {
        let rule = try #require(Rules.standard.timeRules["D-09"])
        let before = LimaTime(try Lima.at("2024-10-10 23:59:59.999")).date
        let after = LimaTime(try Lima.at("2024-10-11 00:00:00.000")).date
        #expect(rule.version(on: before)?.term == nil)
        #expect(rule.version(on: after)?.term == .init(24, .hours))
    }
}
