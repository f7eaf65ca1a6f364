import Catalog
import Reports
import Spreadsheets

/// One published table as sheets: the numbers, what every column means, and where they come from.
struct FigureSheets {
    let release: FigureRelease
    let table: FiguresModel.Table
    let names: FigureNames

    var workbook: Workbook {
        Workbook(
            [data, dictionary, origin], title: names.unit(table.cube), made: release.figures.cut)
    }

    /// One row a cell; the codes of places and bodies are texts beside their names.
    var data: Sheet {
        let columns = table.dimensions.flatMap { id in
            [
                Sheet.Column(words[.codeOf, ["name": names.dimension(id)]]),
                .init(names.dimension(id), width: 28),
            ]
        }
        let rows = table.rows.map { row -> [Sheet.Cell] in
            zip(row.values, table.dimensions).flatMap { value, id -> [Sheet.Cell] in
                [.text(value), .text(names.value(value, of: id))]
            } + [row.count.map { .whole($0) } ?? .text(FigureCell.hidden)]
        }
        return Sheet(words[.title], columns + [.init(words[.count])], rows: rows)
    }

    /// Every column and every value that it can have.
    var dictionary: Sheet {
        let values = table.dimensions.enumerated().flatMap { place, id -> [[Sheet.Cell]] in
            let found = table.rows.reduce(into: [String]()) { found, row in
                if !found.contains(row.values[place]) { found.append(row.values[place]) }
            }
            return found.map { [.text(names.dimension(id)), .text($0), .text(names.value($0, of: id))] }
        }
        let count: [Sheet.Cell] = [.text(words[.count]), .empty, .text(words[.dictionaryCount])]
        return Sheet(
            words[.dictionary],
            [
                .init(words[.dictionaryColumn], width: 24), .init(words[.dictionaryCode]),
                .init(words[.dictionaryMeaning], width: 60),
            ], rows: values + [count])
    }

    /// Period, cut, rule, checksum: what is needed to find the same numbers again.
    private var origin: Sheet {
        let rows: [[Sheet.Cell]] = [
            [.text(words[.what]), .text(names.unit(table.cube))],
            [.text(words[.period]), .text(names.period(release.period))],
            [.text(words[.cut]), .instant(release.figures.cut)],
            [.text(words[.edition]), .text(FigureScheme.edition)],
            [.text(words[.checksum]), .text(release.checksum)],
            [.text(words[.rule]), .text(names.rule(table.cube))],
            [.text(words[.source]), .text(names.source(table.cube))],
            [.text(FigureCell.hidden), .text(words[.hiddenHint])],
        ]
        return Sheet(
            words[.sheetOrigin],
            [.init(words[.sheetField], width: 24), .init(words[.sheetValue], width: 80)],
            rows: rows)
    }

    private var words: Words<FiguresText> { Words(names.names.texts) }
}
