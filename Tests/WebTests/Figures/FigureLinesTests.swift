import Testing

@testable import Reports
@testable import Web

/// Lines hold what was published, and a gap where nothing was.
struct FigureLinesTests {
    private func times(_ year: Int, _ quarter: Int?, _ medians: [(String, Int?)]) throws -> FiguresModel.Times
    {
        FiguresModel.Times(
            period: try #require(FigurePeriod(year: year, quarter: quarter)),
            times: medians.map {
                TimeFigure(.acknowledge, $0.0, count: $0.1 == nil ? nil : 20, median: $0.1, ninetieth: nil)
            })
    }

    @Test func `a quarter that nobody published has its place and no value`() throws {
        let lines = FigureLines(acknowledgements: [
            try times(2025, 4, [("upe", 30), ("cem", nil)]), try times(2026, 2, [("upe", 20), ("cem", 45)]),
        ])
        #expect(lines.places == ["2025-q4", "2026-q1", "2026-q2"])
        #expect(lines.series.map(\.institution) == ["upe", "cem"])
        #expect(lines.series.map(\.values) == [[30, nil, 20], [nil, nil, 45]])
    }

    @Test func `four lines at most, those with most to say first`() throws {
        let bodies = ["a", "b", "c", "d", "e"]
        let lines = FigureLines(acknowledgements: [
            try times(2026, 1, bodies.enumerated().map { ($0.element, $0.offset == 0 ? nil : 10) }),
            try times(2026, 2, bodies.map { ($0, 5) }),
        ])
        #expect(lines.series.map(\.institution) == ["b", "c", "d", "e"])
    }

    @Test func `nothing published is no line`() throws {
        #expect(FigureLines(acknowledgements: []).series.isEmpty)
        #expect(FigureLines(acknowledgements: [try times(2026, 1, [("upe", nil)])]).series.isEmpty)
    }
}
