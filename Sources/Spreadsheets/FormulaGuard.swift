/// Keeps a spreadsheet from taking a text for a formula when it opens a CSV.
///
/// In an XLSX each cell says that it is a text, so nothing is changed there.
public enum FormulaGuard {
    /// The text with an apostrophe before it where a spreadsheet could read it as a formula.
    public static func guarded(_ text: String) -> String {
        // What a spreadsheet skips before it looks for a formula.
        let start = text.unicodeScalars.first { !skipped.contains($0) }
        let first = text.unicodeScalars.first
        let isDangerous = [start, first].contains { $0.map(starts.contains) ?? false }
        return isDangerous ? "'" + text : text
    }

    /// `= + - @`, tabulator and both ends of a line, and the wide forms that some versions read alike.
    private static let starts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}", "|",
        "%",
    ]
    private static let skipped: Set<Unicode.Scalar> = [
        " ", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{0}", "\"", "'",
    ]
}
