import HTML

/// A funnel: one bar a stage, the first one as wide as the picture, each with its number and its share of the first.
struct FunnelChart {
    let id: String
    let title: String
    let stages: [(label: String, count: Int?)]

    var html: HTML {
        let first = max(stages.first?.count ?? 0, 1)
        let rows: [HTML] = stages.enumerated().map { place, stage in row(stage, at: place * 48, of: first) }
        let bottom = max(stages.count - 1, 0) * 48 + 18
        return """
            <svg class="chart wide" viewBox="0 0 580 \(bottom + 28)" role="img" aria-labelledby="\(id)">\
            <title id="\(id)">\(title)</title>\(FigureHatch.html)<path class="thr" d="M12 18V\(bottom)"/>\(rows)</svg>
            """
    }

    private func row(_ stage: (label: String, count: Int?), at y: Int, of first: Int) -> HTML {
        let width = stage.count.map { min($0, first) * Self.full / first } ?? 12
        let share: HTML? =
            (stages.first?.count).flatMap { _ in stage.count }.map { count in
                "<text class=\"t2\" x=\"524\" y=\"\(y + 32)\">\(min(100, count * 100 / first)) %</text>"
            }
        return """
            <circle class="node" cx="12" cy="\(y + 18)" r="7"/>\
            <text class="cl" x="32" y="\(y + 13)">\(stage.label)</text>\
            <rect class="hb" x="32" y="\(y + 18)" width="\(Self.full)" height="18" rx="3"/>\
            <rect class="\(stage.count == nil ? "k0" : "fill")" x="32" y="\(y + 18)" width="\(width)" height="18" \
            rx="3"\(FigureHatch.fill(stage.count == nil))/>\
            <text class="cv" x="476" y="\(y + 33)">\(FigureCell.text(stage.count))</text>\(share)
            """
    }

    private static let full = 430
}
