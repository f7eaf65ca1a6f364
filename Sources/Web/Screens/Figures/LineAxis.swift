/// The round numbers beside a picture: from zero, in steps of 1, 2 or 5 and their tens, to just above the largest value.
struct LineAxis: Equatable {
    let ticks: [Int]

    /// - Parameter most: the largest value that is drawn.
    init(most: Int) {
        var step = 1
        for factor in Self.factors(upTo: most) where (most + step - 1) / step > Self.mostSteps {
            step = factor
        }
        let steps = max(1, (most + step - 1) / step)
        ticks = (0...steps).map { $0 * step }
    }

    /// The number at the upper end; never zero.
    var end: Int { ticks.last ?? 1 }

    private static let mostSteps = 5

    private static func factors(upTo most: Int) -> [Int] {
        var (factors, ten): ([Int], Int) = ([], 1)
        while ten <= max(most, 1) {
            factors += [ten, 2 * ten, 5 * ten]
            ten *= 10
        }
        return factors + [ten]
    }
}
