import ReferralDomain
import Testing

@testable import Spreadsheets

struct CSVTests {
    private func text(_ cells: [Sheet.Cell], _ form: Sheet.CSVForm = .plain) -> String {
        let sheet = Sheet("t", cells.map { _ in .init("c") }, rows: [cells])
        return String(decoding: sheet.csv(form), as: UTF8.self).split(separator: "\r\n").last.map(String.init)
            ?? ""
    }

    @Test(arguments: [
        "=1+1", "+51 987", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "  =1",
        "\u{FEFF}=1",
        "\u{200B}+1", "\"=1", "'=1", "|cmd", "−1",
    ])
    func `no text can be read as a formula`(text: String) {
        #expect(FormulaGuard.guarded(text).hasPrefix("'"))
        #expect(FormulaGuard.guarded(text).hasSuffix(text))
    }

    @Test(arguments: ["", "Ate", "150103", "1=1", "a-b", "Ñaña", "3 distritos"])
    func `a harmless text stays as it is`(text: String) { #expect(FormulaGuard.guarded(text) == text) }

    @Test func `what separates is quoted, and a quote is doubled`() {
        #expect(text([.text("a,b"), .text("c\"d")]) == "\"a,b\",\"c\"\"d\"")
        #expect(text([.text("a;b")], .excel).hasSuffix("\"a;b\""))
        #expect(text([.text("a;b")]) == "a;b")
    }

    @Test func `a formula in a cell of several lines is guarded within its quotes`() {
        #expect(text([.text("=a,b")]) == "\"'=a,b\"")
    }

    @Test func `the mark for Excel comes first and only where it was asked for`() {
        let sheet = Sheet("t", [.init("c")], rows: [])
        #expect(sheet.csv(.excel).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(!sheet.csv(.plain).starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `a district keeps its digits, a day is one, an hour is Lima's`() throws {
        let day = try #require(PlainDate(year: 2026, month: 3, day: 1))
        let instant = Instant(millisecondsSinceEpoch: 1_772_341_200_000)
        #expect(
            text([.text("070101"), .whole(5), .day(day), .instant(instant), .empty])
                == "070101,5,2026-03-01,2026-03-01T00:00:00-05:00,")
    }
}
