/// A register that prints the same as the true one, made from it by moving records.
///
/// It is the proof that a hidden cell is safe: both registers are possible to whoever only sees what is printed.
struct OtherRegister {
    private let guarded: GuardedCells
    private var counts: [Int]
    private var amounts: [Int]
    /// The changes of the move that is looked at.
    private var changes: [Change] = []
    private var nearest: (cost: Int, cells: [Int]) = (.max, [])
    /// The counts that cells had on the way, where they were others than the true ones.
    private(set) var seen: [Int: ClosedRange<Int>] = [:]

    init(_ guarded: GuardedCells) {
        self.guarded = guarded
        counts = guarded.counts
        amounts = guarded.amounts
    }

    /// The printed cells in the way of the move that needs the least of them hidden; none where nothing was.
    var cheapestBlockers: [Int] { nearest.cells.filter { !guarded.isHidden[$0] } }

    /// Changes the count of a cell, upwards and then downwards, as far as is needed and possible.
    mutating func spread(_ place: CellPlace) {
        let target = Target(place, in: guarded)
        var found = 0
        while found < SafeRelease.width, raise(target) { found += 1 }
        if found == SafeRelease.width { return }
        // From the true register again: both ends are possible, one at a time.
        counts = guarded.counts
        amounts = guarded.amounts
        while found < SafeRelease.width, lower(target) { found += 1 }
    }

    /// One record more in the cell.
    private mutating func raise(_ target: Target) -> Bool {
        var blocked: [(cost: Int, kind: Int)] = []
        for kind in guarded.kinds.indices
        where amounts[kind] > 0 && guarded.cells[kind][target.table] != target.cell {
            changes.removeAll(keepingCapacity: true)
            move(kind, taking: target.wanted, target)
            let cost = attempt()
            guard cost > 0 else {
                amounts[kind] -= 1
                return true
            }
            blocked.append((cost, kind))
        }
        for kind in guarded.kinds.isEmpty ? [target.nothing] : guarded.kinds {
            let record = zip(kind, target.wanted).map { $1 >= 0 ? $1 : $0 }
            changes = guarded.index.cells(of: record).map { Change(cell: $0, by: 1) }
            if attempt() == 0 { return true }
        }
        return blocked.sorted { ($0.cost, $0.kind) < ($1.cost, $1.kind) }.prefix(Self.tries)
            .contains { swap($0.kind, target) }
    }

    /// One record fewer in the cell.
    private mutating func lower(_ target: Target) -> Bool {
        for kind in guarded.kinds.indices
        where amounts[kind] > 0 && guarded.cells[kind][target.table] == target.cell {
            changes = guarded.cells[kind].map { Change(cell: $0, by: -1) }
            guard attempt() == 0 || leave(kind, target) else { continue }
            amounts[kind] -= 1
            return true
        }
        return false
    }

    /// A record of the cell becomes like another one outside it.
    private mutating func leave(_ kind: Int, _ target: Target) -> Bool {
        for other in guarded.kinds.indices where guarded.cells[other][target.table] != target.cell {
            let like = zip(guarded.kinds[other], target.wanted).map { $1 >= 0 ? $0 : -1 }
            changes.removeAll(keepingCapacity: true)
            move(kind, taking: like, target)
            if attempt() == 0 { return true }
        }
        return false
    }

    /// A record takes the place of another one in the cell, and that one its place: what both add up to stays.
    private mutating func swap(_ kind: Int, _ target: Target) -> Bool {
        let from = guarded.kinds[kind]
        let changed = from.indices.filter { target.wanted[$0] >= 0 && from[$0] != target.wanted[$0] }
        for other in guarded.kinds.indices where amounts[other] > 0 && other != kind {
            let partner = guarded.kinds[other]
            guard changed.allSatisfy({ partner[$0] == target.wanted[$0] }),
                guarded.cells[other][target.table] != target.cell
            else { continue }
            changes.removeAll(keepingCapacity: true)
            move(kind, taking: target.wanted, target)
            move(other, taking: from.indices.map { changed.contains($0) ? from[$0] : -1 }, target)
            changes = Self.sum(changes)
            guard attempt() == 0 else { continue }
            amounts[kind] -= 1
            amounts[other] -= 1
            return true
        }
        return false
    }

    /// Adds what changes when a record takes other facts.
    private mutating func move(_ kind: Int, taking wanted: [Int], _ target: Target) {
        let (record, cells) = (guarded.kinds[kind], guarded.cells[kind])
        for table in guarded.index.touched[target.table] {
            let to = guarded.index.cell(table, of: record, at: cells[table], taking: wanted)
            guard to != cells[table] else { continue }
            changes.append(Change(cell: cells[table], by: -1))
            changes.append(Change(cell: to, by: 1))
        }
    }

    /// Changes counts where that changes nothing that is printed; else returns the cost of hiding what is in the way.
    private mutating func attempt() -> Int {
        var cost = 0
        for change in changes where !isSame(change.cell, counts[change.cell] + change.by) {
            cost += guarded.costs[change.cell]
        }
        if cost == 0 {
            for change in changes { set(change.cell, counts[change.cell] + change.by) }
        } else if cost < nearest.cost {
            nearest = (cost, changes.filter { !isSame($0.cell, counts[$0.cell] + $0.by) }.map(\.cell))
        }
        return cost
    }

    private mutating func set(_ cell: Int, _ count: Int) {
        counts[cell] = count
        let known = seen[cell] ?? count...count
        seen[cell] = min(known.lowerBound, count)...max(known.upperBound, count)
    }

    /// Whether a cell with another count would be printed as it is now.
    private func isSame(_ cell: Int, _ count: Int) -> Bool {
        guard !guarded.isHidden[cell] else { return count >= 0 }
        return count >= Rounding.least && Rounding.printed(count) == Rounding.printed(guarded.counts[cell])
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
