import JSON

/// Rows as an array of JSON objects, such as `/api/htcds` answers with: the same columns, and null for what is not known.
enum HTCDSObjects {
    /// The rows with all names as their first one; nil where the text does not begin as an array does.
    ///
    /// The line of a row is its place in the array, the names being line 1.
    ///
    /// - Throws: where it is no array of objects, or a value is more than a word, a whole number or a list of words.
    static func rows(of text: String) throws(CSVText.Misread) -> [CSVText.Row]? {
        let start = text.unicodeScalars.first { $0 != "\u{FEFF}" && !$0.properties.isWhitespace }
        guard start == "[" else { return nil }
        let bytes = Array(String(text.unicodeScalars.drop { $0 == "\u{FEFF}" }).utf8)
        guard let objects = (try? JSON(parsing: bytes))?.array else { throw CSVText.Misread(line: 1) }
        var (names, places): ([String], [String: Int]) = ([], [:])
        for member in objects.lazy.compactMap(\.object).joined() where places[member.key] == nil {
            places[member.key] = names.count
            names.append(member.key)
        }
        guard !objects.isEmpty, !names.isEmpty else { return [] }
        var rows = [CSVText.Row(line: 1, cells: names)]
        for object in objects {
            let line = rows.count + 1
            guard let members = object.object else { throw CSVText.Misread(line: line) }
            var cells = Array(repeating: "", count: names.count)
            for member in members {
                guard let place = places[member.key], let cell = cell(member.value) else {
                    throw CSVText.Misread(line: line)
                }
                cells[place] = cell
            }
            rows.append(CSVText.Row(line: line, cells: cells))
        }
        return rows
    }

    private static func cell(_ value: JSON) -> String? {
        switch value {
        case .null: ""
        case .boolean(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .string(let text): text
        case .array(let parts):
            parts.allSatisfy { $0.string != nil }
                ? parts.compactMap(\.string).joined(separator: String(HTCDSRow.separator)) : nil
        case .object: nil
        }
    }
}
