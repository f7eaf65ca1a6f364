import Standards

extension Words {
    /// What is wrong with a file, where, and what to do; never what stood there.
    static func of(_ finding: HTCDSFinding) -> String {
        let allowed = finding.allowed.joined(separator: ", ")
        let what =
            Words[word(finding.kind)]
            + (allowed.isEmpty ? "" : " " + Words[.htcdsAllowed, ["values": allowed]])
        switch (finding.line, finding.column) {
        case (let line?, let column?):
            return Words[.htcdsCell, ["line": String(line), "column": typed(column), "what": what]]
        case (let line?, nil): return Words[.htcdsLine, ["line": String(line), "what": what]]
        case (nil, _): return what
        }
    }

    /// What will not be taken in.
    static func of(_ note: HTCDSNote) -> String {
        switch note {
        case .unknownColumn(let column): Words[.htcdsUnknownColumn, ["column": typed(column)]]
        case .notKept(let column): Words[.htcdsNotKept, ["column": typed(column)]]
        case .decoded(let encoding): Words[.htcdsDecoded, ["encoding": encoding.rawValue]]
        case .closedCase(let line): Words[.htcdsClosedCase, ["line": String(line)]]
        }
    }

    private static func word(_ kind: HTCDSFinding.Kind) -> CommandText {
        switch kind {
        case .tooLarge: .htcdsTooLarge
        case .workbook: .htcdsWorkbook
        case .encoding: .htcdsEncoding
        case .table: .htcdsTable
        case .empty: .htcdsEmpty
        case .tooManyRows: .htcdsTooManyRows
        case .tooManyCases: .htcdsTooManyCases
        case .noCaseColumn: .htcdsNoCaseColumn
        case .columnTwice: .htcdsColumnTwice
        case .cells: .htcdsCells
        case .noCase: .htcdsNoCase
        case .date: .htcdsDate
        case .number: .htcdsNumber
        case .checkbox: .htcdsCheckbox
        case .choice: .htcdsChoice
        case .phone: .htcdsPhone
        case .country: .htcdsCountry
        case .language: .htcdsLanguage
        case .shortYear: .htcdsShortYear
        case .serialDate: .htcdsSerialDate
        case .future: .htcdsFuture
        case .tooEarly: .htcdsTooEarly
        case .tooLong: .htcdsTooLong
        case .district: .htcdsDistrict
        case .fact: .htcdsFact
        case .sign: .htcdsSign
        case .conflict: .htcdsConflict
        case .rowTwice: .htcdsRowTwice
        }
    }
}
