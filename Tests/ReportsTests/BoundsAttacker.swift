@testable import Reports

/// Somebody who knows all that is printed, counts without an error and narrows every cell until nothing moves.
struct BoundsAttacker {
    private(set) var low: [Int]
    private(set) var high: [Int]
    private let sums: [(whole: Int, parts: [Int])]

    /// - Parameter printed: nil for `·`, of which only is known that it is no less than nothing.
    init(_ cube: FigureCube, printed: [Int?], slack: Int = Rounding.base / 2) {
        low = printed.map { $0.map { max(0, $0 - slack) } ?? 0 }
        high = printed.map { $0.map { $0 + slack } ?? Self.most }
        sums = Self.sums(of: cube)
        while narrow() {}
    }

    func width(_ cell: Int) -> Int { high[cell] - low[cell] }

    private mutating func narrow() -> Bool {
        var isNarrower = false
        func put(_ cell: Int, _ least: Int, _ most: Int) {
            if least > low[cell] { (low[cell], isNarrower) = (least, true) }
            if most < high[cell] { (high[cell], isNarrower) = (most, true) }
        }
        for (whole, parts) in sums {
            let (least, most) = (parts.reduce(0) { $0 + low[$1] }, parts.reduce(0) { $0 + high[$1] })
            put(whole, least, most)
            for part in parts {
                put(part, low[whole] - (most - high[part]), high[whole] - (least - low[part]))
            }
        }
        return isNarrower
    }

    /// Every cell as the sum of the cells that one dimension more divides it into.
    private static func sums(of cube: FigureCube) -> [(whole: Int, parts: [Int])] {
        cube.tables.flatMap { fine in
            fine.dimensions.indices.flatMap { sums(of: cube, fine, without: $0) }
        }
    }

    private static func sums(
        of cube: FigureCube, _ fine: FigureCube.Table, without place: Int
    ) -> [(whole: Int, parts: [Int])] {
        let rest = fine.dimensions.enumerated().filter { $0.offset != place }.map(\.element)
        guard let coarse = cube.tables.first(where: { $0.dimensions == rest }) else { return [] }
        var parts: [Int: [Int]] = [:]
        for (offset, row) in cube.rows(of: fine).enumerated() {
            let kept = row.enumerated().filter { $0.offset != place }.map(\.element)
            let whole = coarse.start + zip(kept, coarse.steps).reduce(0) { $0 + $1.0 * $1.1 }
            parts[whole, default: []].append(fine.start + offset)
        }
        return parts.sorted { $0.key < $1.key }.map { (whole: $0.key, parts: $0.value) }
    }

    private static let most = 1_000_000
}
