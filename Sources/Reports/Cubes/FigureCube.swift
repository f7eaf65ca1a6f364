/// What is counted in one unit (a possible case, a person, a referral), and the tables of it that are published.
///
/// The tables are fixed before anything is counted: whoever asks can only look one up, never have another one made.
public struct FigureCube: Hashable, Sendable {
    /// A word, such as `cases`.
    public let id: String
    public let dimensions: [FigureDimension]
    /// By their dimensions, each with all of its margins; the first is the total without a dimension.
    public let tables: [Table]
    /// How many cells all tables have together.
    let cellCount: Int

    /// One table: the places of its dimensions, in their order.
    public struct Table: Hashable, Sendable {
        public let dimensions: [Int]
        /// The place of its first cell among all cells of the cube.
        let start: Int
        /// By how many cells one value more moves, for each dimension.
        let steps: [Int]
        let count: Int
    }

    /// - Parameter wanted: the tables that are asked for by the ids of their dimensions; margins are added.
    init(_ id: String, _ dimensions: [FigureDimension], tables wanted: [[String]]) {
        self.id = id
        self.dimensions = dimensions
        var keys: Set<[Int]> = [[]]
        for table in wanted {
            let places = table.compactMap { name in dimensions.firstIndex { $0.id == name } }.sorted()
            precondition(places.count == table.count, "a table of dimensions that the cube does not have")
            for part in Self.parts(of: places) { keys.insert(part) }
        }
        let order = keys.sorted { ($0.count, $0.description) < ($1.count, $1.description) }
        var (start, tables) = (0, [Table]())
        for key in order {
            let sizes = key.map { dimensions[$0].values.count }
            var (steps, step) = ([Int](repeating: 0, count: key.count), 1)
            for place in key.indices.reversed() {
                steps[place] = step
                step *= sizes[place]
            }
            tables.append(Table(dimensions: key, start: start, steps: steps, count: step))
            start += step
        }
        self.tables = tables
        cellCount = start
    }

    /// The table of these dimensions; nil where none is published.
    public func table(_ names: Set<String>) -> Table? {
        tables.first { Set($0.dimensions.map { dimensions[$0].id }) == names }
    }

    /// The published table that has the most of these dimensions, the coarser one where two have as many.
    public func nearest(to names: Set<String>) -> Table? {
        tables.filter { $0.dimensions.allSatisfy { names.contains(dimensions[$0].id) } }
            .max { $0.dimensions.count < $1.dimensions.count }
    }

    /// The values of the cells of a table, in the order of the cells: one row a cell.
    public func rows(of table: Table) -> [[Int]] {
        (0..<table.count).map { offset in
            table.dimensions.indices.map { place in
                offset / table.steps[place] % dimensions[table.dimensions[place]].values.count
            }
        }
    }

    /// The cell of a table in which a record with these facts is counted.
    func cell(_ table: Table, of record: [Int]) -> Int {
        var cell = table.start
        for (place, dimension) in table.dimensions.enumerated() {
            let reading = dimensions[dimension]
            cell += reading.reading[record[reading.fact]] * table.steps[place]
        }
        return cell
    }

    /// The cells in which a record with these facts is counted, one a table.
    func cells(of record: [Int]) -> [Int] { tables.map { cell($0, of: record) } }

    /// Every set of some of these places, all and none among them.
    private static func parts(of places: [Int]) -> [[Int]] {
        places.reduce([[]]) { parts, place in parts + parts.map { $0 + [place] } }
    }
}
