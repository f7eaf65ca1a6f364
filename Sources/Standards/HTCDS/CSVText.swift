/// Tables as text: cells between commas or semicolons, quoted where they must be (RFC 4180).
public enum CSVText {
    /// Why a text is no table, and in which line.
    public struct Misread: Error, Equatable {
        public let line: Int
    }

    /// A row of a table, and the line of the file in which it begins.
    public struct Row: Hashable, Sendable {
        public let line: Int
        public let cells: [String]
    }

    public static func text(_ rows: [[String]]) -> String {
        rows.map { row in row.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Reads a table; empty lines are passed over. The first line says whether commas, semicolons or tabs part the cells.
    ///
    /// - Throws: where a quotation mark is never closed, or text stands behind a closed one.
    public static func rows(of text: String) throws(Misread) -> [Row] {
        let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
        var reading = Reading(separator: separator(of: scalars))
        for scalar in scalars { try reading.take(scalar) }
        return try reading.finish()
    }

    private static func quoted(_ cell: String) -> String {
        let needs = cell.unicodeScalars.contains {
            $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == ";"
        }
        guard needs else { return cell }
        let scalars = cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }

    /// The one that the header has most of.
    private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        let header = scalars.prefix { $0 != "\n" && $0 != "\r" }
        let found: [Unicode.Scalar] = [",", ";", "\t"]
        return found.max { left, right in
            header.count { $0 == left } < header.count { $0 == right }
        } ?? ","
    }

    /// The state of a reader that looks at each character once.
    private struct Reading {
        let separator: Unicode.Scalar
        private var rows: [Row] = []
        private var cells: [String] = []
        private var cell = String.UnicodeScalarView()
        private var place = Place.start
        private var line = 1
        private var begun = 1
        private var isAfterReturn = false

        private enum Place { case start, plain, quoted, closed }

        init(separator: Unicode.Scalar) { self.separator = separator }

        mutating func take(_ scalar: Unicode.Scalar) throws(Misread) {
            defer { isAfterReturn = scalar == "\r" }
            let isSecondHalf = scalar == "\n" && isAfterReturn
            if scalar == "\r" || (scalar == "\n" && !isSecondHalf) { line += 1 }
            switch place {
            case .quoted:
                if scalar == "\"" { place = .closed } else { cell.append(scalar) }
            case .closed where scalar == "\"":
                cell.append(scalar)
                place = .quoted
            case .start where scalar == "\"": place = .quoted
            case .start, .plain, .closed:
                if scalar == separator {
                    endCell()
                } else if scalar == "\n" || scalar == "\r" {
                    if !isSecondHalf { endRow() }
                } else if place == .closed {
                    throw Misread(line: line)
                } else {
                    cell.append(scalar)
                    place = .plain
                }
            }
        }

        mutating func finish() throws(Misread) -> [Row] {
            guard place != .quoted else { throw Misread(line: begun) }
            endRow()
            return rows
        }

        private mutating func endCell() {
            cells.append(String(cell))
            cell = String.UnicodeScalarView()
            place = .start
        }

        private mutating func endRow() {
            endCell()
            if cells != [""] { rows.append(Row(line: begun, cells: cells)) }
            cells = []
            begun = line
        }
    }
}
