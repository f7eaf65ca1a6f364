import CaseRegister
import Reports

/// Published figures as the page shows them: what was printed when two people published it, and nothing else.
struct FiguresModel: Equatable, Sendable {
    let question: FigureQuestion
    /// The published periods, the newest first.
    let periods: [FigurePeriod]
    /// The release that is shown; nil where none is published of the period.
    let release: FigureRelease?
    let table: Table?
    /// Whether another table is shown than was asked for, since that one would be too fine.
    let isTooFine: Bool
    /// How long bodies took in each published period of the kind that is shown, the earliest first.
    let trend: [Times]

    /// What was printed of times in one period.
    struct Times: Equatable, Sendable {
        let period: FigurePeriod
        let times: [TimeFigure]
    }

    /// One published table.
    struct Table: Equatable, Sendable {
        let cube: String
        /// The ids of its dimensions.
        let dimensions: [String]
        let rows: [Row]

        /// One cell: its values by dimension, and what is printed.
        struct Row: Equatable, Sendable {
            let values: [String]
            let count: Int?
        }
    }

    init(_ releases: [FigureRelease], _ question: FigureQuestion) {
        periods = releases.map(\.period)
        let release =
            question.period.map { period in releases.first { $0.period == period } } ?? releases.first
        self.release = release
        trend = Self.trend(releases, like: release)
        var question = question
        question.period = release?.period ?? question.period
        guard let cube = release?.figures.cube(question.cube)?.cube else {
            (self.question, table, isTooFine) = (question, nil, false)
            return
        }
        let wanted = Set(question.dimensions)
        let exact = cube.table(wanted)
        let found = exact ?? cube.nearest(to: wanted)
        isTooFine = exact == nil
        self.question = question
        table = found.flatMap { found in release.map { Table($0, cube, found) } }
    }

    /// The table of one dimension of a cube, for a chart; empty where there is none.
    func line(_ cube: String, _ dimension: String) -> [Table.Row] { rows(cube, [dimension]) }

    /// A table of a cube, for a chart, its values in the order of the dimensions asked for; empty where there is none.
    func rows(_ cube: String, _ dimensions: [String]) -> [Table.Row] {
        guard let release, let found = release.figures.cube(cube)?.cube,
            let table = found.table(Set(dimensions))
        else { return [] }
        let printed = Table(release, found, table)
        let places = dimensions.compactMap { printed.dimensions.firstIndex(of: $0) }
        return printed.rows.map { row in
            Table.Row(values: places.map { row.values[$0] }, count: row.count)
        }
    }

    /// Quarters beside quarters, years beside years.
    private static func trend(_ releases: [FigureRelease], like shown: FigureRelease?) -> [Times] {
        guard let shown else { return [] }
        return releases.filter { ($0.period.quarter == nil) == (shown.period.quarter == nil) }
            .map { Times(period: $0.period, times: $0.figures.times) }
            .sorted { $0.period.start < $1.period.start }
    }

    /// What is printed for everything in a cube.
    func total(_ cube: String) -> Int? {
        guard let release, let found = release.figures.cube(cube)?.cube, let table = found.table([]) else {
            return nil
        }
        return Table(release, found, table).rows.first?.count
    }
}

extension FiguresModel.Table {
    init(_ release: FigureRelease, _ cube: FigureCube, _ table: FigureCube.Table) {
        self.cube = cube.id
        let kinds = table.dimensions.map { cube.dimensions[$0] }
        dimensions = kinds.map(\.id)
        let printed = release.figures.cube(cube.id)
        rows = cube.rows(of: table).enumerated().map { offset, row in
            Row(values: zip(kinds, row).map { $0.values[$1] }, count: printed?[table, offset])
        }
    }
}
