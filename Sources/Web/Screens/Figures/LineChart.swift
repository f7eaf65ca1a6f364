import HTML

/// Lines over months or periods, told apart by dash, marker and the label at their end; colour says nothing that these do not.
///
/// Where a value is hidden or unknown the line is broken: a gap is no zero. A value between two gaps is a marker alone.
struct LineChart {
    let id: String
    let title: String
    /// What is counted and what a gap means, for whoever hears the picture.
    let description: String
    /// What stands under each place, from left to right.
    let places: [String]
    let series: [Series]

    /// One line: its label, and a value for each place; nil where nothing may be said.
    struct Series: Equatable {
        let label: String
        let values: [Int?]
    }

    /// More than these nobody can tell apart without colour.
    static let mostSeries = 4

    var html: HTML {
        let axis = LineAxis(most: series.flatMap(\.values).compactMap(\.self).max() ?? 0)
        let lines: [HTML] = axis.ticks.map { amount in
            let y = Self.height(amount, axis)
            return """
                <path class="axis" d="M\(Self.left) \(y)H\(Self.right)"/>\
                <text class="t2" x="\(Self.left - 8)" y="\(y + 5)" text-anchor="end">\(amount)</text>
                """
        }
        let names: [HTML] = places.enumerated().map { place, name in
            "<text class=\"t2\" x=\"\(x(place))\" y=\"\(Self.floor + 24)\" text-anchor=\"middle\">\(name)</text>"
        }
        let shown = series.prefix(Self.mostSeries)
        let drawn: [HTML] = zip(LineStyle.allCases, shown).map { style, line in
            self.line(line, style, axis)
        }
        let labels: [HTML] = zip(zip(LineStyle.allCases, shown), labelHeights(axis)).map { line, y in
            label(line.1, line.0, at: y, axis)
        }
        return """
            <svg class="chart wide" viewBox="0 0 640 \(Self.floor + 36)" role="img" aria-labelledby="\(id) \(id)-desc">\
            <title id="\(id)">\(title)</title><desc id="\(id)-desc">\(description)</desc>\(lines)\(names)\(drawn)\(labels)</svg>
            """
    }

    /// The runs of neighbouring values, each with its first place: between two runs lies a gap.
    static func runs(of values: [Int?]) -> [(start: Int, values: [Int])] {
        var runs: [(start: Int, values: [Int])] = []
        for (place, value) in values.enumerated() {
            guard let value else { continue }
            if let last = runs.last, last.start + last.values.count == place {
                runs[runs.count - 1].values.append(value)
            } else {
                runs.append((place, [value]))
            }
        }
        return runs
    }

    private func line(_ series: Series, _ style: LineStyle, _ axis: LineAxis) -> HTML {
        let runs = Self.runs(of: series.values)
        let paths: [HTML] = runs.filter { $0.values.count > 1 }.map { run in
            let points = run.values.enumerated().map { offset, value in
                "\(x(run.start + offset)) \(Self.height(value, axis))"
            }
            return "<path class=\"ln\"\(style.dash) d=\"M\(points.joined(separator: "L"))\"/>"
        }
        let markers: [HTML] = runs.flatMap { run in
            run.values.enumerated().map { offset, value in
                style.marker(x(run.start + offset), Self.height(value, axis))
            }
        }
        return "\(paths)\(markers)"
    }

    /// The label right of the last place, with the marker again, joined by a thin line to the end of its own line.
    private func label(_ series: Series, _ style: LineStyle, at y: Int, _ axis: LineAxis) -> HTML {
        let end = series.values.lastIndex { $0 != nil }
        let way: HTML? = end.flatMap { place in
            series.values[place].map { value in
                """
                <path class="way" d="M\(x(place) + 8) \(Self.height(value, axis))L\(Self.right + 8) \(y)"/>
                """
            }
        }
        let rows = Self.rows(of: series.label + (end == nil ? " \(FigureCell.hidden)" : ""))
        let start = Self.right + 28
        let parts: [HTML] = rows.enumerated().map { place, row in
            "<tspan x=\"\(start)\" y=\"\(y + 5 + place * 16 - (rows.count - 1) * 8)\">\(row)</tspan>"
        }
        return """
            \(way)\(style.marker(Self.right + 16, y))<text class="cl">\(parts)</text>
            """
    }

    /// A label in one row or two, cut where even two are too short: the whole name stands in the table.
    static func rows(of label: String) -> [String] {
        var rows = [""]
        for word in label.split(separator: " ") {
            let longer = rows[rows.count - 1].isEmpty ? String(word) : rows[rows.count - 1] + " " + word
            if rows.count == 1, !rows[0].isEmpty, longer.count > longestRow {
                rows.append(String(word))
            } else {
                rows[rows.count - 1] = longer
            }
        }
        return rows.map { $0.count > longestRow ? String($0.prefix(longestRow - 1)) + "…" : $0 }
    }

    /// Where the labels stand: at the height of the last value, moved apart where two would cover each other.
    private func labelHeights(_ axis: LineAxis) -> [Int] {
        let wanted = series.prefix(Self.mostSeries).map { line in
            line.values.last { $0 != nil }.flatMap(\.self).map { Self.height($0, axis) } ?? Self.floor
        }
        let lineHeight =
            series.contains { Self.rows(of: $0.label).count > 1 } ? Self.twoRows : Self.oneRow
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var heights = wanted
        var free = Self.top
        for place in order {
            heights[place] = max(wanted[place], free)
            free = heights[place] + lineHeight
        }
        var lowest = Self.floor
        for place in order.reversed() {
            heights[place] = min(heights[place], lowest)
            lowest = heights[place] - lineHeight
        }
        return heights
    }

    private func x(_ place: Int) -> Int {
        let (first, last) = (Self.left + 24, Self.right - 24)
        guard places.count > 1 else { return (first + last) / 2 }
        return first + place * (last - first) / (places.count - 1)
    }

    private static func height(_ amount: Int, _ axis: LineAxis) -> Int {
        floor - amount * (floor - top) / axis.end
    }

    private static let left = 52
    private static let right = 440
    private static let top = 16
    private static let floor = 204
    private static let oneRow = 22
    private static let twoRows = 38
    /// Characters that fit beside the picture.
    private static let longestRow = 18
}
