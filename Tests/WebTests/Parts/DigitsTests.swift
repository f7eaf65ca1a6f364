import Testing

@testable import Web

/// One way to write numbers, days and hours on every page, whatever the machine is set to.
struct DigitsTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"),
        (-1_000, "-1,000"), (Int.max, "9,223,372,036,854,775,807"),
    ])
    func `thousands have a comma`(number: Int, text: String) {
        #expect(Digits.grouped(number) == text)
    }

    @Test func `days and hours are those of Lima, in 24 hours, with two digits`() {
        #expect(Town.night.dayText == "23/11/2026")
        #expect(Town.night.hourText == "22:15")
        #expect(Digits.two(5) == "05")
    }
}
