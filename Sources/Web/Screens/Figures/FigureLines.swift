import Reports

/// The lines that a picture can hold: which institutions, where along, and what was printed at each place.
struct FigureLines: Equatable {
    /// Months or periods, as the scheme writes them, the earliest first.
    let places: [String]
    let series: [Line]

    struct Line: Equatable {
        let institution: String
        /// Nil where it is hidden, or where nothing was published.
        let values: [Int?]
    }

    /// Referrals by month of the institutions of which most is printed.
    init(referrals model: FiguresModel) {
        let rows = model.rows("referrals", ["institution", "month"])
        let months = Self.inOrder(rows.map { $0.values[1] })
        places = months
        series = Self.most(
            Self.inOrder(rows.map { $0.values[0] }).map { institution in
                let own = rows.filter { $0.values[0] == institution }
                return Line(
                    institution: institution,
                    values: months.map { month in own.first { $0.values[1] == month }?.count })
            })
    }

    /// How long it took each institution in the middle to acknowledge, in minutes, one value a period.
    ///
    /// A period between two published ones has a place of its own: what was not published is a gap.
    init(acknowledgements trend: [FiguresModel.Times]) {
        let periods = Self.withoutHoles(trend.map(\.period))
        places = periods.map(\.text)
        let told = trend.flatMap(\.times).filter { $0.measure == .acknowledge && $0.median != nil }
        series = Self.most(
            Self.inOrder(told.map(\.institution)).map { institution in
                Line(
                    institution: institution,
                    values: periods.map { period in
                        trend.first { $0.period == period }?.times.first {
                            $0.measure == .acknowledge && $0.institution == institution
                        }?.median
                    })
            })
    }

    /// Every period from the first to the last.
    private static func withoutHoles(_ periods: [FigurePeriod]) -> [FigurePeriod] {
        guard let first = periods.min(by: { $0.start < $1.start }) else { return [] }
        var all: [FigurePeriod] = []
        var next = periods.max { $0.start < $1.start }
        while let period = next, period.start >= first.start, all.count < mostPlaces {
            all.append(period)
            next = period.before
        }
        return all.reversed()
    }

    /// Those with something to show: the most values first, and of these the largest.
    private static func most(_ lines: [Line]) -> [Line] {
        let told = lines.filter { $0.values.contains { $0 != nil } }
        let ranked = told.sorted { left, right in
            let (one, other) = (weight(left), weight(right))
            return (one.told, one.sum, right.institution) > (other.told, other.sum, left.institution)
        }
        return Array(ranked.prefix(LineChart.mostSeries))
    }

    private static func weight(_ line: Line) -> (told: Int, sum: Int) {
        let values = line.values.compactMap(\.self)
        return (values.count, values.reduce(0, +))
    }

    private static func inOrder(_ all: [String]) -> [String] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// Three years of quarters: more has no room for its labels.
    private static let mostPlaces = 12
}
