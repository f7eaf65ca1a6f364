/// The figures of one cube as they may leave the house: what is small, or could be worked out, is hidden.
///
/// A cell below eleven is hidden. For each of those a second register is looked for that would print exactly the same
/// and in which the cell is larger or smaller by five in all; where none is found, further cells are hidden until one
/// is. So whoever knows everything that is printed, and can count without an error, cannot tell the two apart.
public struct SafeRelease: Hashable, Sendable {
    public let cube: FigureCube
    /// For each cell of the cube what is printed; nil for `·`.
    public let printed: [Int?]

    /// How wide the values of a small cell must at least be spread.
    public static let width = 5

    /// - Parameter records: the facts of each thing that is counted.
    public init(_ cube: FigureCube, counting records: [[Int]]) {
        var guarded = GuardedCells(cube, records)
        for cell in guarded.small { guarded.protect(cell) }
        self.cube = cube
        printed = guarded.printed
    }

    /// One as it was published.
    init(_ cube: FigureCube, printed: [Int?]) {
        self.cube = cube
        self.printed = printed
    }

    /// What is printed in one cell.
    public subscript(_ table: FigureCube.Table, _ offset: Int) -> Int? { printed[table.start + offset] }
}
