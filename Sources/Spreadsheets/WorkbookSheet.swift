import CXLSXWriter
import ReferralDomain

/// Writes one sheet: a row of titles that stays on top and can be filtered, and typed cells below.
struct WorkbookSheet {
    private let sheet: Sheet
    private let formats: Workbook.Formats

    init(_ sheet: Sheet, _ formats: Workbook.Formats) {
        self.sheet = sheet
        self.formats = formats
    }

    func write(into book: UnsafeMutablePointer<lxw_workbook>) {
        guard let page = workbook_add_worksheet(book, Self.name(sheet.name)) else { return }
        for (place, column) in sheet.columns.enumerated() {
            let at = lxw_col_t(place)
            worksheet_set_column(page, at, at, Double(column.width), nil)
        }
        worksheet_freeze_panes(page, 1, 0)
        for (place, column) in sheet.columns.enumerated() {
            worksheet_write_string(page, 0, lxw_col_t(place), column.title, formats.head)
        }
        for (line, row) in sheet.rows.enumerated() {
            for (place, cell) in row.enumerated() {
                write(cell, on: page, at: (lxw_row_t(line + 1), lxw_col_t(place)))
            }
        }
        guard let last = sheet.columns.indices.last else { return }
        worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(last))
    }

    private func write(
        _ cell: Sheet.Cell, on page: UnsafeMutablePointer<lxw_worksheet>, at place: (lxw_row_t, lxw_col_t)
    ) {
        switch cell {
        case .text(let text): worksheet_write_string(page, place.0, place.1, Self.allowed(text), formats.text)
        case .whole(let number): worksheet_write_number(page, place.0, place.1, Double(number), nil)
        case .decimal(let number): worksheet_write_number(page, place.0, place.1, number, nil)
        case .day(let day):
            worksheet_write_number(page, place.0, place.1, Self.serial(day, 0), formats.day)
        case .instant(let instant):
            let lima = LimaTime(instant)
            worksheet_write_number(
                page, place.0, place.1, Self.serial(lima.date, lima.millisecondOfDay), formats.instant)
        case .empty: break
        }
    }

    /// Days since the last day of 1899, as a spreadsheet counts them.
    private static func serial(_ day: PlainDate, _ milliseconds: Int) -> Double {
        Double(day.daysSinceEpoch + 25_569) + Double(milliseconds) / 86_400_000
    }

    /// The longest text of a cell is 32,767 characters.
    private static func allowed(_ text: String) -> String { String(text.prefix(32_767)) }

    private static func name(_ name: String) -> String {
        String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
    }
}
