import HTML

/// Draws a table in a box of its own, under its caption; on a phone each row is a card.
struct DataTable {
    typealias Column = CardTable.Column

    /// The id of the caption, which names the region that scrolls.
    let id: String
    let caption: String
    var hint: String?
    let columns: [Column]
    /// The cells in the order of the columns; nil for an empty one.
    let rows: [[HTML?]]
    /// What stands under the rows, such as the way to other pages.
    var foot: HTML?

    var html: HTML {
        let said: HTML = "\(caption)\(hint.map { " <small>\($0)</small>" as HTML })"
        return """
            <div class="box">\(CardTable(id: id, caption: said, columns: columns, rows: rows).html)\(foot)</div>
            """
    }
}
