import Catalog
import Reports
import Spreadsheets

/// One pack as a table: a row a count, each with the noise that was drawn for it.
struct OpenDataSheet {
    let release: FigureRelease
    let names: FigureNames

    /// The names of the columns are for programs: small letters, no accent, no space.
    var sheet: Sheet {
        let columns: [OpenDataText] = [
            .columnPeriod, .columnDimension, .columnCode, .columnName, .columnCount, .columnEpsilon,
            .columnMechanism, .columnLeast,
        ]
        return Sheet(words[.title], columns.map { .init(words[$0]) }, rows: rows)
    }

    private var words: Words<OpenDataText> { Words(names.names.texts) }

    private var rows: [[Sheet.Cell]] {
        (release.figures.open?.tables ?? []).flatMap { table in
            zip(values(table.dimension), table.counts).map { value, count -> [Sheet.Cell] in
                [
                    .text(release.period.text), .text(table.dimension), .text(value),
                    .text(names.value(value, of: table.dimension)), count.map { .whole($0) } ?? .empty,
                    .text(table.epsilon.text), .text(OpenPack.mechanism), .whole(OpenPack.least),
                ]
            }
        }
    }

    private func values(_ dimension: String) -> [String] { Self.values(dimension, of: release) }

    static func values(_ dimension: String, of release: FigureRelease) -> [String] {
        release.figures.cube("cases")?.cube.dimensions.first { $0.id == dimension }?.values ?? []
    }
}
