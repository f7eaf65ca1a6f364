import HTML

/// Draws one published table; where it has two dimensions or more, the last and shortest one goes across.
struct FigureTableView {
    let table: FiguresModel.Table
    let names: FigureNames
    let words: Words<FiguresText>
    let id: String
    let caption: String

    var html: HTML {
        DataTable(
            id: id, caption: caption, hint: words[.hiddenHint], columns: columns, rows: rows
        ).html
    }

    /// The dimension whose values are columns; nil where there is one column of numbers.
    private var across: Int? {
        guard table.dimensions.count > 1 else { return nil }
        let sizes = table.dimensions.indices.map { values(at: $0).count }
        guard let least = sizes.min(), least <= Self.mostColumns else { return nil }
        return sizes.lastIndex(of: least)
    }

    private var columns: [DataTable.Column] {
        let heads = table.dimensions.enumerated().filter { $0.offset != across }.map(\.element)
        let first = heads.enumerated().map { place, id in
            DataTable.Column(names.dimension(id), place == 0 ? .head : .text)
        }
        guard let across else {
            return (first.isEmpty ? [.init(words[.all], .head)] : first) + [.init(words[.count], .number)]
        }
        return first
            + values(at: across).map { .init(names.value($0, of: table.dimensions[across]), .number) }
    }

    private var rows: [[HTML?]] {
        guard let across else {
            return table.rows.map { row in
                let heads: [HTML?] = labels(row.values, without: nil)
                return (heads.isEmpty ? ["\(words[.total])"] : heads) + [cell(row.count)]
            }
        }
        var (order, groups) = ([[String]](), [[String]: [String: Int]]())
        for row in table.rows {
            var key = row.values
            key.remove(at: across)
            if groups[key] == nil { order.append(key) }
            groups[key, default: [:]][row.values[across]] = row.count
        }
        let others = table.dimensions.enumerated().filter { $0.offset != across }.map(\.element)
        return order.map { key in
            let heads: [HTML?] = zip(key, others).map { "\(names.value($0, of: $1))" }
            return heads + values(at: across).map { cell(groups[key]?[$0]) }
        }
    }

    private func labels(_ values: [String], without place: Int?) -> [HTML?] {
        zip(values, table.dimensions).map { "\(names.value($0, of: $1))" }
    }

    private func cell(_ count: Int?) -> HTML? {
        guard let count else {
            return "<span aria-label=\"\(words[.totalHidden])\" role=\"img\">\(FigureCell.hidden)</span>"
        }
        return "\(count)"
    }

    /// The values of a dimension in the order of the table.
    private func values(at place: Int) -> [String] {
        table.rows.reduce(into: []) { found, row in
            if !found.contains(row.values[place]) { found.append(row.values[place]) }
        }
    }

    private static let mostColumns = 6
}
