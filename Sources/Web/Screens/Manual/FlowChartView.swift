import HTML

/// Draws the route as SVG. It repeats the list beside it, so readers of a screen are not read it twice.
struct FlowChartView {
    let chart: FlowChart

    var html: HTML {
        let ends = (chart.boxes.first, chart.boxes.last)
        let from = ends.0.map(middle) ?? 0
        let to = ends.1.map(middle) ?? 0
        return """
            <div class="flow"><svg class="chart" viewBox="0 0 \(FlowChart.width) \(chart.height)" \
            aria-hidden="true"><path class="thr" d="M28 \(from)V\(to)"/>\(chart.boxes.map(box))</svg></div>
            """
    }

    private func middle(of box: FlowChart.Box) -> Int {
        box.top + FlowChart.padding + FlowChart.titleLine / 2
    }

    private func box(_ box: FlowChart.Box) -> HTML {
        let center = middle(of: box)
        var baseline = box.top + FlowChart.padding + 17
        func lines(_ texts: [String], _ height: Int, _ style: String) -> [HTML] {
            texts.map { text in
                defer { baseline += height }
                return "<text class=\"\(style)\" x=\"80\" y=\"\(baseline)\">\(text)</text>"
            }
        }
        let title = lines(box.title, FlowChart.titleLine, "ct")
        let detail = lines(box.detail, FlowChart.textLine, "cd")
        baseline += FlowChart.gapBeforeOwners
        let owners = lines(box.owners, FlowChart.textLine, "co")
        return """
            <path class="edge" d="M28 \(center)H60"/><rect class="node" x="60" y="\(box.top)" \
            width="\(FlowChart.width - 61)" height="\(box.height)" rx="8"/>\
            <circle class="node" cx="28" cy="\(center)" r="17"/>\
            <text class="cn" x="28" y="\(center + 6)">\(box.number)</text>\(title)\(detail)\(owners)
            """
    }
}
