/// A page for a terminal: a title, and lines of at most 78 columns.
struct Page {
    private(set) var lines: [String] = []

    static let width = 78

    mutating func title(_ text: String) {
        paragraph(text)
        lines.append(String(repeating: "─", count: min(text.count, Self.width)))
    }

    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(text.uppercased())
    }

    mutating func blank() { lines.append("") }

    /// A paragraph, wrapped, each line after an indent and the first after a mark.
    mutating func paragraph(_ text: String, mark: String = "", indent: Int = 0) {
        let margin = String(repeating: " ", count: indent)
        var line = margin + mark
        let hanging = String(repeating: " ", count: indent + mark.count)
        for word in text.split(whereSeparator: \.isWhitespace) {
            if line.count + 1 + word.count > Self.width, line.count > hanging.count {
                lines.append(line)
                line = hanging
            }
            line += line.isEmpty || line.last == " " ? word : " " + word
        }
        lines.append(line)
    }

    /// A label and its value, when there is one.
    mutating func fact(_ label: String, _ value: String?) {
        if let value, !value.isEmpty { paragraph(value, mark: label + ": ") }
    }

    var text: String { lines.joined(separator: "\n") }
}
