/// A register that prints the same as the true one, made from it by moving records.
///
/// It is the proof that a hidden cell is safe: both registers are possible to whoever only sees what is printed.
struct OtherRegister {
    private let guarded: GuardedCells
    private let cube: FigureCube
    private var counts: [Int]
    private var amounts: [Int]
    private var nearest: (cost: Int, changes: [Change]) = (.max, [])

    init(_ guarded: GuardedCells) {
        self.guarded = guarded
        cube = guarded.cube
        counts = guarded.counts
        amounts = guarded.amounts
    }

    /// The printed cells in the way of the move that needs the least of them hidden; none where nothing was.
    var cheapestBlockers: [Int] { nearest.changes.map(\.cell).filter { !guarded.isHidden[$0] } }

    /// By how much the count of a cell can be another one, up and down together.
    mutating func spread(_ place: CellPlace) -> Int {
        var found = 0
        while found < SafeRelease.width, raise(place) { found += 1 }
        if found == SafeRelease.width { return found }
        // From the true register again: both ends are possible, one at a time.
        counts = guarded.counts
        amounts = guarded.amounts
        while found < SafeRelease.width, lower(place) { found += 1 }
        return found
    }

    /// One record more in the cell.
    private mutating func raise(_ place: CellPlace) -> Bool {
        let (cell, wanted) = (cube.start(of: place), cube.facts(of: place))
        var blocked: [(cost: Int, kind: Int)] = []
        for kind in guarded.kinds.indices where amounts[kind] > 0 && guarded.cells[kind][place.table] != cell {
            let to = cube.cells(of: guarded.kinds[kind].taking(wanted))
            let cost = attempt(Self.changes(from: guarded.cells[kind], to: to))
            guard cost > 0 else {
                amounts[kind] -= 1
                return true
            }
            blocked.append((cost, kind))
        }
        for kind in guarded.kinds.isEmpty ? [cube.noFacts] : guarded.kinds {
            let to = cube.cells(of: kind.taking(wanted))
            if attempt(to.map { Change(cell: $0, by: 1) }) == 0 { return true }
        }
        return blocked.sorted { ($0.cost, $0.kind) < ($1.cost, $1.kind) }.prefix(Self.tries)
            .contains { swap($0.kind, wanted, place) }
    }

    /// One record fewer in the cell.
    private mutating func lower(_ place: CellPlace) -> Bool {
        let cell = cube.start(of: place)
        let facts = cube.facts(of: place).map(\.0)
        for kind in guarded.kinds.indices where amounts[kind] > 0 && guarded.cells[kind][place.table] == cell {
            let away = guarded.cells[kind].map { Change(cell: $0, by: -1) }
            var isDone = attempt(away) == 0
            for other in guarded.kinds where !isDone {
                let to = cube.cells(of: guarded.kinds[kind].taking(facts.map { ($0, other[$0]) }))
                guard to[place.table] != cell else { continue }
                isDone = attempt(Self.changes(from: guarded.cells[kind], to: to)) == 0
            }
            guard isDone else { continue }
            amounts[kind] -= 1
            return true
        }
        return false
    }

    /// A record takes the place of another one in the cell, and that one its place: what both add up to stays.
    private mutating func swap(_ kind: Int, _ wanted: [(Int, Int)], _ place: CellPlace) -> Bool {
        let from = guarded.kinds[kind]
        let changed = wanted.filter { from[$0.0] != $0.1 }
        let to = cube.cells(of: from.taking(wanted))
        let first = Self.changes(from: guarded.cells[kind], to: to)
        for other in guarded.kinds.indices where amounts[other] > 0 && other != kind {
            let partner = guarded.kinds[other]
            guard changed.allSatisfy({ partner[$0.0] == $0.1 }),
                guarded.cells[other][place.table] != to[place.table]
            else { continue }
            let back = cube.cells(of: partner.taking(changed.map { ($0.0, from[$0.0]) }))
            let both = Self.sum(first + Self.changes(from: guarded.cells[other], to: back))
            guard attempt(both) == 0 else { continue }
            amounts[kind] -= 1
            amounts[other] -= 1
            return true
        }
        return false
    }

    /// Changes counts where that changes nothing that is printed; else returns the cost of hiding what is in the way.
    private mutating func attempt(_ changes: [Change]) -> Int {
        var cost = 0
        for change in changes where !isSame(change.cell, counts[change.cell] + change.by) {
            // A cell of few things is hidden before one of many, and a part before what it is part of.
            cost += guarded.counts[change.cell] + 1
        }
        if cost == 0 {
            for change in changes { counts[change.cell] += change.by }
        } else if cost < nearest.cost {
            nearest = (cost, changes.filter { !isSame($0.cell, counts[$0.cell] + $0.by) })
        }
        return cost
    }

    /// Whether a cell with another count would be printed as it is now.
    private func isSame(_ cell: Int, _ count: Int) -> Bool {
        guard !guarded.isHidden[cell] else { return count >= 0 }
        return count >= Rounding.least && Rounding.printed(count) == Rounding.printed(guarded.counts[cell])
    }

    /// How cells change when a record moves; those that it stays in are left out.
    private static func changes(from: [Int], to: [Int]) -> [Change] {
        zip(from, to).flatMap { from, to in
            from == to ? [] : [Change(cell: from, by: -1), Change(cell: to, by: 1)]
        }
    }

    /// What several changes of the same cells come to.
    private static func sum(_ changes: [Change]) -> [Change] {
        Dictionary(changes.map { ($0.cell, $0.by) }, uniquingKeysWith: +).filter { $0.value != 0 }
            .sorted { $0.key < $1.key }.map { Change(cell: $0.key, by: $0.value) }
    }

    private struct Change {
        let cell: Int
        let by: Int
    }

    /// How many of the moves that are nearly possible are tried with a second one.
    private static let tries = 12
}

extension FigureCube {
    /// Where a cell stands among all cells.
    fileprivate func start(of place: CellPlace) -> Int { tables[place.table].start + place.offset }

    /// The facts that put a record into a cell.
    fileprivate func facts(of place: CellPlace) -> [(Int, Int)] {
        let table = tables[place.table]
        return table.dimensions.indices.map { at in
            let dimension = dimensions[table.dimensions[at]]
            let value = place.offset / table.steps[at] % dimension.values.count
            return (dimension.fact, dimension.preimage(of: value))
        }
    }

    /// A record of which the first value of each fact holds.
    fileprivate var noFacts: [Int] { [Int](repeating: 0, count: (dimensions.map(\.fact).max() ?? -1) + 1) }
}

extension [Int] {
    /// The same facts with some of them replaced.
    fileprivate func taking(_ facts: [(Int, Int)]) -> [Int] {
        var taken = self
        for (fact, value) in facts { taken[fact] = value }
        return taken
    }
}
