import HTML
import Testing

@testable import Web

/// A line says where it is broken, and is told apart without colour.
struct LineChartTests {
    private func chart(_ series: [LineChart.Series], places: [String] = ["07", "08", "09", "10"]) -> String {
        LineChart(id: "l", title: "T", description: "D", places: places, series: series).html.text
    }

    private func line(_ values: [Int?], _ label: String = "A") -> LineChart.Series {
        LineChart.Series(label: label, values: values)
    }

    private func paths(_ svg: String) -> [String] {
        svg.matches(of: /<path class="ln"[^>]*d="([^"]*)"/).map { String($0.output.1) }
    }

    @Test func `a whole line is one path through every value, to the unit`() {
        let svg = chart([line([0, 10, 20, 50])])
        #expect(paths(svg) == ["M76 204L189 167L302 129L416 16"])
        #expect(svg.matches(of: /<circle class="mk"/).count == 5, "four values and the label")
    }

    @Test(
        arguments: [
            ([1, nil, 2, 3], 1, 3), ([1, 2, nil, 3], 1, 3), ([nil, 1, 2, nil], 1, 2),
            ([1, nil, 2, nil], 0, 2),
            ([1, 2, 3, 4], 1, 4), ([nil, nil, nil, 7], 0, 1), ([nil, nil, nil, nil], 0, 0), ([], 0, 0),
        ] as [([Int?], Int, Int)])
    func `what is hidden breaks the line and is no zero`(values: [Int?], lines: Int, points: Int) {
        let svg = chart([line(values)])
        #expect(paths(svg).count == lines)
        #expect(svg.matches(of: /<circle class="mk"/).count == points + 1)
        let floor = svg.matches(of: /<circle class="mk" cx="\d+" cy="204"/).count
        #expect(
            floor == (points == 0 ? 1 : 0), "only the label of a line without a value stands on the floor")
        #expect(svg.contains("A ·") == (points == 0))
    }

    @Test func `a zero that was printed is drawn as zero`() {
        #expect(chart([line([0, 0])], places: ["a", "b"]).contains("M76 204L416 204"))
    }

    @Test func `one place stands in the middle, and no place draws nothing but the axis`() {
        let one = chart([line([5])], places: ["T3"])
        #expect(one.contains("cx=\"246\" cy=\"16\"") && paths(one).isEmpty)
        #expect(paths(chart([], places: [])).isEmpty)
    }

    @Test func `four lines differ by dash and marker, and a fifth is not drawn`() {
        let svg = chart(
            (1...5).map { number in line([number, 2 * number, 3 * number, 4 * number], "L\(number)") })
        let dashes = svg.matches(of: /<path class="ln"( stroke-dasharray="[^"]*")?/).map {
            String($0.output.0)
        }
        #expect(dashes.count == 4 && Set(dashes).count == 4)
        #expect(svg.contains("L4") && !svg.contains("L5"))
        #expect(
            svg.contains("<rect class=\"mk\"") && svg.contains("<path class=\"mk\"")
                && svg.contains("mk ring"))
    }

    @Test func `labels at one height are moved apart and stay in the picture`() {
        for last in [0, 50, 100] {
            let svg = chart((1...4).map { line([1, 1, 100, last], "L\($0)") })
            let heights = svg.matches(of: /<tspan x="468" y="(\d+)"/).compactMap {
                Int($0.output.1)
            }
            #expect(heights.count == 4 && zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 22 })
            #expect(heights.allSatisfy { (16...214).contains($0) }, "\(heights)")
        }
    }

    @Test(arguments: [
        (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]),
        (11, [0, 5, 10, 15]), (65, [0, 20, 40, 60, 80]), (100, [0, 20, 40, 60, 80, 100]),
        (101, [0, 50, 100, 150]),
        (1_440, [0, 500, 1_000, 1_500]), (99_999, [0, 20_000, 40_000, 60_000, 80_000, 100_000]),
    ])
    func `the axis has round steps, from zero to just above the largest`(most: Int, ticks: [Int]) {
        #expect(LineAxis(most: most).ticks == ticks)
    }

    @Test func `every axis up to ten thousand covers its values with at most six numbers`() {
        for most in 0...10_000 {
            let axis = LineAxis(most: most)
            #expect(axis.end >= max(most, 1) && axis.ticks.count <= 6 && axis.ticks.count >= 2)
            guard axis.end >= most else { return }
        }
    }

    @Test(arguments: [
        ("UPE", ["UPE"]), ("Comisaría de la jurisdicción", ["Comisaría de la", "jurisdicción"]),
        ("Unidad policial especializada en trata", ["Unidad policial", "especializada en …"]),
        ("Electroencefalografista", ["Electroencefalogr…"]), ("", [""]),
    ])
    func `a long label takes two rows and is cut after them`(label: String, rows: [String]) {
        #expect(LineChart.rows(of: label) == rows)
    }

    @Test func `title and description name the picture`() {
        let svg = chart([line([1, 2, 3, 4])])
        #expect(svg.contains("role=\"img\" aria-labelledby=\"l l-desc\""))
        #expect(svg.contains("<title id=\"l\">T</title><desc id=\"l-desc\">D</desc>"))
    }
}
