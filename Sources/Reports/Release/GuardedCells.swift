/// Counts while it is decided which of them are hidden.
struct GuardedCells {
    let cube: FigureCube
    /// The true counts.
    let counts: [Int]
    private(set) var isHidden: [Bool]
    /// Every combination of facts that there is, in one order for ever.
    let kinds: [[Int]]
    /// How many records each of them has.
    let amounts: [Int]
    /// For each of them the cells in which it is counted, one a table.
    let cells: [[Int]]

    init(_ cube: FigureCube, _ records: [[Int]]) {
        self.cube = cube
        var counts = [Int](repeating: 0, count: cube.cellCount)
        var found: [[Int]: Int] = [:]
        for record in records {
            found[record, default: 0] += 1
            for cell in cube.cells(of: record) { counts[cell] += 1 }
        }
        self.counts = counts
        isHidden = counts.map { $0 < Rounding.least }
        kinds = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
        amounts = kinds.map { found[$0] ?? 0 }
        cells = kinds.map(cube.cells)
    }

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

    /// Hides further cells until a register is found that prints the same and has another count here.
    mutating func protect(_ place: CellPlace) {
        while true {
            var other = OtherRegister(self)
            let spread = other.spread(place)
            if spread >= SafeRelease.width { return }
            // At the end everything is hidden, and then anything may be anywhere.
            for cell in other.cheapestBlockers { isHidden[cell] = true }
            if other.cheapestBlockers.isEmpty { hideTotals(of: place) }
        }
    }

    /// Hides what a table adds up to, for a table in which nothing could be moved.
    private mutating func hideTotals(of place: CellPlace) {
        for table in cube.tables where Set(table.dimensions).isSubset(of: cube.tables[place.table].dimensions) {
            for cell in table.start..<(table.start + table.count) { isHidden[cell] = true }
        }
    }
}

/// One cell by its table and its place in it.
struct CellPlace: Hashable {
    let table: Int
    let offset: Int
}
