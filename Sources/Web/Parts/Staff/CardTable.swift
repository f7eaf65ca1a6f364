import HTML

/// Draws a table that becomes one card a row where the screen is narrow, each value beside the name of its column.
struct CardTable {
    /// The id of what names the table and the region that scrolls: its caption, or a heading above it.
    let id: String
    /// Nil where a heading stands above the table.
    var caption: HTML?
    let columns: [Column]
    /// The cells in the order of the columns; nil for an empty one.
    let rows: [[HTML?]]

    /// One column.
    struct Column {
        let label: String
        var kind = Kind.text

        init(_ label: String, _ kind: Kind = .text) {
            self.label = label
            self.kind = kind
        }
    }

    /// What a column holds.
    enum Kind {
        case text
        /// The name of the row.
        case head
        case number, nowrap, code, mono
        /// More than a line beside a label has room for: on a card it stands by itself.
        case own
        /// A picture of a number beside it, or a way on: its label is only heard.
        case mute
    }

    var html: HTML {
        let named = caption.map { "<table><caption id=\"\(id)\">\($0)</caption>" as HTML }
        return """
            <div class="scroll cards" tabindex="0" role="region" aria-labelledby="\(id)">\
            \(named ?? "<table aria-labelledby=\"\(id)\">")\
            <thead><tr>\(columns.map(head))</tr></thead><tbody>\(rows.map(row))</tbody></table></div>
            """
    }

    private func head(_ column: Column) -> HTML {
        switch column.kind {
        case .mute: "<th scope=\"col\"><span class=\"hide\">\(column.label)</span></th>"
        case .number: "<th class=\"num\" scope=\"col\">\(column.label)</th>"
        case .text, .head, .nowrap, .code, .mono, .own: "<th scope=\"col\">\(column.label)</th>"
        }
    }

    private func row(_ cells: [HTML?]) -> HTML {
        let drawn: [HTML] = zip(columns, cells).map { column, cell in self.cell(cell, column) }
        return "<tr>\(drawn)</tr>"
    }

    private func cell(_ cell: HTML?, _ column: Column) -> HTML {
        guard let cell else { return column.kind == .number ? "<td class=\"num\"></td>" : "<td></td>" }
        let label = Attribute("data-label", column.label)
        return switch column.kind {
        case .head: "<th scope=\"row\">\(cell)</th>"
        case .mute, .own: "<td>\(cell)</td>"
        case .text: "<td\(label)><span>\(cell)</span></td>"
        case .number: "<td class=\"num\"\(label)>\(cell)</td>"
        case .nowrap: "<td class=\"nowrap\"\(label)><span>\(cell)</span></td>"
        case .code: "<td class=\"code\"\(label)>\(cell)</td>"
        case .mono: "<td class=\"mono\"\(label)><span>\(cell)</span></td>"
        }
    }
}
