/// Something that is wrong with a file: where, and what; never what stood there, which may be a name.
public struct HTCDSFinding: Hashable, Sendable {
    /// The line of the file, the first being 1; nil for the file as a whole.
    public let line: Int?
    /// The column as the file spells it; nil for a whole row.
    public let column: String?
    public let kind: Kind
    /// What would be right, where that is a closed list.
    public let allowed: [String]

    public init(_ kind: Kind, line: Int? = nil, column: String? = nil, allowed: [String] = []) {
        self.kind = kind
        self.line = line
        self.column = column
        self.allowed = allowed
    }

    /// What keeps a file from being taken in.
    public enum Kind: String, Error, CaseIterable, Sendable {
        case tooLarge = "too-large"
        /// The file of a spreadsheet program itself, not a table as text.
        case workbook
        case encoding
        case table
        case empty
        case tooManyRows = "too-many-rows"
        /// More cases than one transaction may hold up everybody else for.
        case tooManyCases = "too-many-cases"
        /// There is no column with the ids of the cases.
        case noCaseColumn = "no-case-column"
        case columnTwice = "column-twice"
        case cells
        case noCase = "no-case"
        case date, number, checkbox, choice, phone, country, language
        /// A day whose year has two digits: of a birthday nobody can say the century.
        case shortYear = "short-year"
        /// The count of days of a spreadsheet, which means two days, four years apart.
        case serialDate = "serial-date"
        case future
        /// Before 1970, where no sighting can be.
        case tooEarly = "too-early"
        case tooLong = "too-long"
        case district
        case fact
        case sign
        /// Two rows of one case say different things of it.
        case conflict
        /// The same referral of the same case twice.
        case rowTwice = "row-twice"
    }
}
