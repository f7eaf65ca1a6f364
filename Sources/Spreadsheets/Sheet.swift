public import ReferralDomain

/// A table for a spreadsheet: every column has one kind, so that an UBIGEO or a telephone never becomes a number.
public struct Sheet: Hashable, Sendable {
    /// At most 31 characters, without `[]:*?/\`.
    public let name: String
    public let columns: [Column]
    public let rows: [[Cell]]

    public init(_ name: String, _ columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// One column: its title and how wide it is drawn, in characters.
    public struct Column: Hashable, Sendable {
        public let title: String
        public let width: Int

        public init(_ title: String, width: Int = 14) {
            self.title = title
            self.width = width
        }
    }

    /// One value and what it is.
    public enum Cell: Hashable, Sendable {
        /// Also everything that has digits and is no amount: UBIGEO, telephone, document.
        case text(String)
        case whole(Int)
        case decimal(Double)
        case day(PlainDate)
        /// Written as the clock of Lima shows it.
        case instant(Instant)
        case empty
    }
}
