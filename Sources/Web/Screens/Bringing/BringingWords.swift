import Catalog
import Standards

/// What is said of a file: what is wrong and what to do, and what does not come in; never what stood in a cell.
struct BringingWords {
    let texts: Texts

    private var words: Words<BringingText> { Words(texts) }

    /// What is wrong with it and what would be right.
    func what(_ finding: HTCDSFinding) -> String {
        let what = words[Self.word(finding.kind)]
        guard !finding.allowed.isEmpty else { return what }
        return what + " " + words[.allowed, ["values": finding.allowed.joined(separator: ", ")]]
    }

    /// What is left out; nil for what is said elsewhere.
    func left(_ note: HTCDSNote) -> String? {
        switch note {
        case .unknownColumn(let column): words[.unknownColumn, ["column": Self.short(column)]]
        case .notKept(let column): words[.columnNotKept, ["column": Self.short(column)]]
        case .decoded, .closedCase: nil
        }
    }

    /// The name of a column, cut to what a name is: a file without a first line has cells there.
    static func short(_ column: String) -> String {
        let start = column.unicodeScalars.prefix(longest)
        return start.count < column.unicodeScalars.count ? String(start) + "…" : column
    }

    private static let longest = 40

    private static func word(_ kind: HTCDSFinding.Kind) -> BringingText {
        switch kind {
        case .tooLarge: .tooLargeDo
        case .workbook: .workbook
        case .encoding: .encoding
        case .table: .table
        case .empty: .empty
        case .tooManyRows: .tooManyRows
        case .tooManyCases: .tooManyCases
        case .noCaseColumn: .noCaseColumn
        case .columnTwice: .columnTwice
        case .cells: .cells
        case .noCase: .noCase
        case .date: .date
        case .number: .number
        case .checkbox: .checkbox
        case .choice: .choice
        case .phone: .phone
        case .country: .country
        case .language: .language
        case .shortYear: .shortYear
        case .serialDate: .serialDate
        case .future: .future
        case .tooEarly: .tooEarly
        case .tooLong: .tooLong
        case .district: .district
        case .fact: .fact
        case .sign: .sign
        case .conflict: .conflict
        case .rowTwice: .rowTwice
        }
    }
}
