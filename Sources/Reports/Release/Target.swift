/// The cell that a search is about, and the facts by which a record gets into it.
struct Target {
    let table: Int
    let cell: Int
    /// The value of each fact; below zero for a fact on which the cell does not hang.
    let wanted: [Int]
    /// A record of which the first value of each fact holds.
    let nothing: [Int]

    init(_ place: CellPlace, in guarded: GuardedCells) {
        let cube = guarded.cube
        let found = cube.tables[place.table]
        let facts = (cube.dimensions.map(\.fact).max() ?? -1) + 1
        var wanted = [Int](repeating: -1, count: facts)
        for at in found.dimensions.indices {
            let dimension = cube.dimensions[found.dimensions[at]]
            let value = place.offset / found.steps[at] % dimension.values.count
            wanted[dimension.fact] = dimension.preimage(of: value)
        }
        table = place.table
        cell = found.start + place.offset
        self.wanted = wanted
        nothing = [Int](repeating: 0, count: facts)
    }
}
