import ReferralDomain

extension Sheet {
    /// How a CSV is written.
    public struct CSVForm: Hashable, Sendable {
        /// `;` opens by double click where a comma is the decimal point; `,` is what open data use.
        public let separator: Character
        /// The mark by which Excel knows that accents are UTF-8.
        public let hasMark: Bool

        public init(separator: Character, hasMark: Bool) {
            self.separator = separator
            self.hasMark = hasMark
        }

        /// For Excel by double click.
        public static let excel = CSVForm(separator: ";", hasMark: true)
        /// For programs.
        public static let plain = CSVForm(separator: ",", hasMark: false)
    }

    /// The table as CSV (RFC 4180): one row of titles, lines that end with CR LF, no text that could be a formula.
    public func csv(_ form: CSVForm) -> [UInt8] {
        let lines =
            [columns.map { Self.field($0.title, form) }] + rows.map { $0.map { Self.field($0, form) } }
        let text = lines.map { $0.joined(separator: String(form.separator)) + "\r\n" }.joined()
        return (form.hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }

    private static func field(_ cell: Cell, _ form: CSVForm) -> String {
        switch cell {
        case .text(let text): field(text, form)
        case .whole(let number): String(number)
        // The decimal sign of a Swift number is a point; where `;` separates, people write a comma.
        case .decimal(let number):
            form.separator == ";" ? String(String(number).map { $0 == "." ? "," : $0 }) : String(number)
        case .day(let day): iso(day)
        case .instant(let instant): iso(instant)
        case .empty: ""
        }
    }

    private static func field(_ text: String, _ form: CSVForm) -> String {
        let guarded = FormulaGuard.guarded(text)
        let mustQuote = guarded.unicodeScalars.contains {
            $0 == "\"" || $0 == "\r" || $0 == "\n" || $0 == "\t" || Character($0) == form.separator
        }
        guard mustQuote else { return guarded }
        return "\"" + String(guarded.flatMap { $0 == "\"" ? "\"\"" : String($0) }) + "\""
    }

    private static func iso(_ day: PlainDate) -> String {
        "\(day.year)-\(two(day.month))-\(two(day.day))"
    }

    private static func iso(_ instant: Instant) -> String {
        let lima = LimaTime(instant)
        return iso(lima.date) + "T\(two(lima.hour)):\(two(lima.minute)):\(two(lima.second))-05:00"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
