/// Counts while it is decided which of them are hidden.
struct GuardedCells {
    let cube: FigureCube
    let index: CellIndex
    /// The true counts.
    let counts: [Int]
    private(set) var isHidden: [Bool]
    /// Every combination of facts that there is, in one order for ever.
    let kinds: [[Int]]
    /// How many records each of them has.
    let amounts: [Int]
    /// For each of them the cells in which it is counted, one a table.
    let cells: [[Int]]
    /// What hiding each cell costs: one of few things before one of many, and a part long before what it is part of.
    let costs: [Int]
    /// The least and the most that each cell has in any register found so far that prints the same.
    private var low: [Int]
    private var high: [Int]

    init(_ cube: FigureCube, _ records: [[Int]]) {
        self.cube = cube
        let index = CellIndex(cube)
        var found: [[Int]: Int] = [:]
        for record in records { found[record, default: 0] += 1 }
        let kinds = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let (amounts, cells) = (kinds.map { found[$0] ?? 0 }, kinds.map(index.cells))
        var counts = [Int](repeating: 0, count: cube.cellCount)
        for kind in kinds.indices { for cell in cells[kind] { counts[cell] += amounts[kind] } }
        (self.index, self.kinds, self.amounts, self.cells, self.counts) = (
            index, kinds, amounts, cells, counts
        )
        costs = cube.tables.flatMap { table in
            let weight = Self.weights[min(table.dimensions.count, Self.weights.count - 1)]
            return (table.start..<(table.start + table.count)).map { (counts[$0] + 1) * weight }
        }
        isHidden = counts.map { $0 < Rounding.least }
        (low, high) = (counts, counts)
    }

    /// By how many dimensions a table has: what everybody reads first is hidden last.
    private static let weights = [10_000, 400, 5, 1]

    /// The cells that must not be worked out, those of the smallest tables first.
    var small: [CellPlace] {
        cube.tables.indices.flatMap { table in
            (0..<cube.tables[table].count).compactMap { offset in
                counts[cube.tables[table].start + offset] < Rounding.least
                    ? CellPlace(table: table, offset: offset) : nil
            }
        }
    }

    /// What is printed in each cell.
    var printed: [Int?] { counts.indices.map { isHidden[$0] ? nil : Rounding.printed(counts[$0]) } }

    /// Hides further cells until registers are found that print the same and have other counts here.
    ///
    /// A register stays a proof when more is hidden, so each is one for every cell that is another one in it.
    mutating func protect(_ place: CellPlace) {
        let cell = cube.tables[place.table].start + place.offset
        while high[cell] - low[cell] < SafeRelease.width {
            var other = OtherRegister(self)
            other.spread(place)
            for (cell, seen) in other.seen {
                low[cell] = min(low[cell], seen.lowerBound)
                high[cell] = max(high[cell], seen.upperBound)
            }
            guard high[cell] - low[cell] < SafeRelease.width else { return }
            // At the end everything is hidden, and then anything may be anywhere.
            for blocker in other.cheapestBlockers { isHidden[blocker] = true }
            if other.cheapestBlockers.isEmpty { hideTotals(of: place) }
        }
    }

    /// Hides what a table adds up to, for a table in which nothing could be moved.
    private mutating func hideTotals(of place: CellPlace) {
        for table in cube.tables where Set(table.dimensions).isSubset(of: cube.tables[place.table].dimensions)
        {
            for cell in table.start..<(table.start + table.count) { isHidden[cell] = true }
        }
    }
}

/// One cell by its table and its place in it.
struct CellPlace: Hashable {
    let table: Int
    let offset: Int
}
