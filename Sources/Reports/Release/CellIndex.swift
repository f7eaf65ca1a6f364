/// Finds the cells of records fast: numbers that are looked up instead of tables that are walked through.
struct CellIndex {
    /// For each table, how far each value of each fact moves its cell.
    private let parts: [[Part]]
    private let starts: [Int]
    /// For each table, the tables whose cells can change when a record moves into one of its cells.
    let touched: [[Int]]

    private struct Part {
        let fact: Int
        let shifts: [Int]
    }

    init(_ cube: FigureCube) {
        let parts = cube.tables.map { table in
            table.dimensions.indices.map { at in
                let dimension = cube.dimensions[table.dimensions[at]]
                return Part(fact: dimension.fact, shifts: dimension.reading.map { $0 * table.steps[at] })
            }
        }
        let facts = parts.map { Set($0.map(\.fact)) }
        self.parts = parts
        starts = cube.tables.map(\.start)
        touched = facts.map { mine in facts.indices.filter { !facts[$0].isDisjoint(with: mine) } }
    }

    /// The cells in which a record is counted, one a table.
    func cells(of record: [Int]) -> [Int] {
        parts.indices.map { table in
            parts[table].reduce(starts[table]) { $0 + $1.shifts[record[$1.fact]] }
        }
    }

    /// The cell of a table when some facts of a record are others.
    ///
    /// - Parameter wanted: the new value of each fact; below zero where it stays.
    func cell(_ table: Int, of record: [Int], at cell: Int, taking wanted: [Int]) -> Int {
        var cell = cell
        for part in parts[table] where wanted[part.fact] >= 0 {
            cell += part.shifts[wanted[part.fact]] - part.shifts[record[part.fact]]
        }
        return cell
    }
}
