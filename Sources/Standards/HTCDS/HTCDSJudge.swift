import Catalog
import ReferralDomain

/// Reads the rows of a file and notes what is wrong with each.
struct HTCDSJudge {
    private(set) var lines: [HTCDSReading.Line] = []
    private(set) var findings: [HTCDSFinding] = []
    private(set) var notes: [HTCDSNote] = []
    private let words: HTCDSWords
    private var columns: [Column] = []

    init(catalog: ProtocolCatalog, now: Instant) { words = HTCDSWords(catalog: catalog, now: now) }

    /// What a column of the file holds.
    fileprivate struct Column {
        let spelled: String
        let meaning: Meaning

        enum Meaning {
            case field(HTCDSField)
            case ours(HTCDSExtension)
            /// A method of control that is ticked in a column of its own.
            case method(String)
            case nothing
        }
    }

    mutating func read(_ bytes: [UInt8]) {
        guard bytes.count <= HTCDSReading.mostBytes else { return find(.tooLarge) }
        guard !Self.isWorkbook(bytes) else { return find(.workbook) }
        guard let (text, encoding) = TextDecoding.text(of: bytes) else { return find(.encoding) }
        if encoding != .utf8 { notes.append(.decoded(encoding)) }
        let table: [CSVText.Row]
        do throws(CSVText.Misread) {
            if let objects = try HTCDSObjects.rows(of: text) {
                table = objects
            } else {
                table = try CSVText.rows(of: text)
            }
        } catch { return find(.table, error.line) }
        guard let header = table.first, table.count > 1 else { return find(.empty) }
        guard table.count - 1 <= HTCDSReading.mostRows else { return find(.tooManyRows) }
        guard understands(header) else { return }
        for row in table.dropFirst() { read(row) }
        noteWhatIsNotKept()
        if findings.isEmpty { checkCases() }
    }

    /// What spreadsheet programs write by themselves: a ZIP, or the older compound file.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    private mutating func understands(_ header: CSVText.Row) -> Bool {
        var taken: Set<String> = []
        columns = header.cells.map { Column(spelled: $0.trimmed, meaning: Self.meaning(of: $0)) }
        for column in columns {
            if let name = column.name, !taken.insert(name).inserted {
                find(.columnTwice, header.line, column.spelled)
            }
            if case .nothing = column.meaning, !column.spelled.isEmpty {
                notes.append(.unknownColumn(column.spelled))
            }
        }
        if !taken.contains(HTCDSExtension.caseID.rawValue) {
            find(.noCaseColumn, header.line, HTCDSExtension.caseID.rawValue)
        }
        return findings.isEmpty
    }

    private static func meaning(of spelled: String) -> Column.Meaning {
        if let name = HTCDSSpelling.column(spelled) {
            if let ours = HTCDSExtension(rawValue: name) { return .ours(ours) }
            if let field = HTCDSField.all.first(where: { $0.name == name }) { return .field(field) }
        }
        return HTCDSSpelling.method(spelled).map(Column.Meaning.method) ?? .nothing
    }

    private mutating func read(_ line: CSVText.Row) {
        guard line.cells.count == columns.count else { return find(.cells, line.line) }
        var row = HTCDSRow()
        var methods: Set<String> = []
        var hasCaseCell = false
        for (column, cell) in zip(columns, line.cells) where !cell.trimmed.isEmpty {
            hasCaseCell = hasCaseCell || column.name == HTCDSExtension.caseID.rawValue
            do {
                try take(cell.trimmed, as: column.meaning, into: &row, &methods)
            } catch {
                let allowed = column.allowed(for: error)
                findings.append(
                    HTCDSFinding(error, line: line.line, column: column.spelled, allowed: allowed))
            }
        }
        add(methods, to: &row)
        if !hasCaseCell { find(.noCase, line.line, HTCDSExtension.caseID.rawValue) }
        if let day = PlainDate(iso: row["hte_Date"]) {
            if words.isFuture(day) { find(.future, line.line, "hte_Date") }
            if day.year < HTCDSWords.firstYear { find(.tooEarly, line.line, "hte_Date") }
        }
        lines.append(HTCDSReading.Line(number: line.line, row: row))
    }

    private func take(
        _ cell: String, as meaning: Column.Meaning, into row: inout HTCDSRow, _ methods: inout Set<String>
    ) throws(HTCDSFinding.Kind) {
        switch meaning {
        case .field(let field): row[field.name] = try HTCDSCell.canonical(cell, of: field)
        case .ours(let ours): row[ours] = try words.canonical(cell, of: ours)
        case .method(let method): if try HTCDSCell.truth(cell) { methods.insert(method) }
        case .nothing: break
        }
    }

    private func add(_ methods: Set<String>, to row: inout HTCDSRow) {
        let name = "vic_MethodsOfControl"
        guard !methods.isEmpty, let field = HTCDSField.all.first(where: { $0.name == name }) else { return }
        let all = methods.union(row.parts(of: name))
        row.set(name, field.values.filter(all.contains))
    }

    /// Names the columns that hold something here and have no place in Ruta, or only a sealed one.
    private mutating func noteWhatIsNotKept() {
        for column in columns {
            guard case .field(let field) = column.meaning, field.holding != .held,
                lines.contains(where: { !$0.row[field.name].isEmpty })
            else { continue }
            notes.append(.notKept(column.spelled))
        }
    }

    /// Rows of one case must agree on it, and a referral stands once.
    private mutating func checkCases() {
        var first: [String: HTCDSRow] = [:]
        var referrals: Set<[String]> = []
        for line in lines {
            let id = line.row[.caseID]
            if let earlier = first[id] {
                for column in HTCDSCase.sharedColumns where earlier[column] != line.row[column] {
                    find(.conflict, line.number, column)
                }
            } else {
                first[id] = line.row
                if HTCDSCase.isClosed(line.row) { notes.append(.closedCase(line: line.number)) }
            }
            let referral = line.row[.referralID]
            if !referral.isEmpty, !referrals.insert([id, referral]).inserted {
                find(.rowTwice, line.number, HTCDSExtension.referralID.rawValue)
            }
        }
        if first.count > HTCDSReading.mostCases { find(.tooManyCases) }
    }

    private mutating func find(_ kind: HTCDSFinding.Kind, _ line: Int? = nil, _ column: String? = nil) {
        findings.append(HTCDSFinding(kind, line: line, column: column))
    }
}

extension HTCDSJudge.Column {
    /// The name under which it is kept; nil where several may stand beside each other.
    fileprivate var name: String? {
        switch meaning {
        case .field(let field): field.name
        case .ours(let ours): ours.rawValue
        case .method, .nothing: nil
        }
    }

    /// What would have been right.
    fileprivate func allowed(for kind: HTCDSFinding.Kind) -> [String] {
        guard kind == .choice else { return [] }
        return switch meaning {
        case .field(let field): field.values
        case .ours(let ours): HTCDSWords.values(of: ours)
        case .method, .nothing: []
        }
    }
}
