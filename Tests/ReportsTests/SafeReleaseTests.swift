import Testing

@testable import Reports

struct SafeReleaseTests {
    private static func values(_ count: Int) -> [String] { (0..<count).map { "v\($0)" } }

    /// Three dimensions, all pairs of them, and one that is read from another.
    private let cube = FigureCube(
        "t",
        [
            FigureDimension("a", of: 0, values: values(6)), FigureDimension("b", of: 1, values: values(4)),
            FigureDimension("c", of: 2, values: values(3)), FigureDimension("far", of: 2, from: 1, of: 3),
        ], tables: [["a", "b"], ["a", "c"], ["b", "c"], ["far"]])

    private func town(_ seed: UInt64, _ count: Int) -> [[Int]] {
        var dice = SeededDice(seed: seed)
        func skewed(_ sides: Int) -> Int {
            min(Int.random(in: 0..<sides, using: &dice), Int.random(in: 0..<sides, using: &dice))
        }
        return (0..<count).map { _ in [skewed(6), skewed(4), skewed(3)] }
    }

    private func counts(_ records: [[Int]]) -> [Int] {
        var counts = [Int](repeating: 0, count: cube.cellCount)
        for record in records { for cell in cube.cells(of: record) { counts[cell] += 1 } }
        return counts
    }

    private static let towns: [(seed: UInt64, count: Int)] =
        (1...40).map { ($0, Int($0) * 11 % 397) } + [(90, 0), (91, 1), (92, 10), (93, 11), (94, 3_000)]

    @Test(arguments: towns)
    func `nothing small is printed and every count is a multiple of five`(seed: UInt64, count: Int) {
        let records = town(seed, count)
        let release = SafeRelease(cube, counting: records)
        for (true_, printed) in zip(counts(records), release.printed) {
            if true_ < Rounding.least { #expect(printed == nil) }
            if let printed {
                #expect(printed % Rounding.base == 0)
                #expect(abs(printed - true_) <= Rounding.base / 2)
            }
        }
    }

    @Test(arguments: towns)
    func `whoever narrows every sum finds no small cell`(seed: UInt64, count: Int) {
        let records = town(seed, count)
        let attacker = BoundsAttacker(cube, printed: SafeRelease(cube, counting: records).printed)
        for (cell, count) in counts(records).enumerated() where count < Rounding.least {
            #expect(attacker.width(cell) >= SafeRelease.width)
        }
    }

    @Test func `the same attacker finds small cells of a release that only hides what is small`() {
        var found = 0
        for (seed, count) in Self.towns {
            let counts = counts(town(seed, count))
            let naive = BoundsAttacker(
                cube, printed: counts.map { $0 < Rounding.least ? nil : $0 }, slack: 0)
            found += counts.indices.count { counts[$0] < Rounding.least && naive.width($0) == 0 }
        }
        #expect(found > 50)
    }

    @Test func `the same attacker finds small cells where what is left over is not hidden`() {
        var found = 0
        for (seed, count) in Self.towns {
            let counts = counts(town(seed, count))
            let rounded = BoundsAttacker(
                cube, printed: counts.map { $0 < Rounding.least ? nil : Rounding.printed($0) })
            found += counts.indices.count {
                counts[$0] < Rounding.least && rounded.width($0) < SafeRelease.width
            }
        }
        #expect(found > 0)
    }

    @Test func `something is printed where there is enough`() {
        let release = SafeRelease(cube, counting: town(94, 3_000))
        #expect(release.printed.count { $0 != nil } > cube.cellCount / 2)
        #expect(release.printed[0] == 3_000)
    }

    @Test func `the same records are printed alike in whatever order they come`() {
        let records = town(7, 300)
        #expect(
            SafeRelease(cube, counting: records) == SafeRelease(cube, counting: records.reversed()))
    }

    @Test func `what is asked for too finely leads to the nearest table that there is`() {
        #expect(cube.table(["a", "b", "c"]) == nil)
        #expect(cube.nearest(to: ["a", "b", "c"])?.dimensions.count == 2)
        #expect(cube.table([])?.count == 1)
    }

    @Test(arguments: zip([0, 11, 12, 13, 17, 18], [0, 10, 10, 15, 15, 20]))
    func `counts are printed to the nearest five`(count: Int, printed: Int) {
        #expect(Rounding.printed(count) == printed)
    }
}
