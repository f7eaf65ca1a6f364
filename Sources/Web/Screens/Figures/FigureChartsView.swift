import Catalog
import HTML

/// Draws the pictures of the possible cases, each with its counting rule; the numbers stand in a table as well.
struct FigureChartsView {
    let model: FiguresModel
    let names: FigureNames

    var html: HTML {
        """
        <div class="cols figures gap-top"><section class="box" aria-labelledby="map-head">\
        <h2 id="map-head">\(words[.map])</h2><p class="small muted">\(words[.mapHint])</p>\(map)</section>\
        <div class="stack"><section class="box" aria-labelledby="month-head"><h2 id="month-head">\(words[.byMonth])</h2>\
        \(scroll(words[.byMonth], monthChart))<p class="small muted">\(names.rule("cases"))</p>\
        \(table("month-table", words[.byMonth], names.dimension("month"), months))</section>\
        <section class="box" aria-labelledby="funnel-head"><h2 id="funnel-head">\(words[.funnel])</h2>\
        \(scroll(words[.funnel], funnelChart))<p class="small muted">\(words[.funnelRule])</p>\
        \(table("funnel-table", words[.funnel], words[.funnelStage], stages))</section></div></div>
        """
    }

    private var words: Words<FiguresText> { Words(names.names.texts) }

    private func scroll(_ label: String, _ picture: HTML) -> HTML {
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\(picture)</div>"
    }

    /// The numbers of a picture, one a row.
    private func table(
        _ id: String, _ caption: String, _ head: String, _ values: [(label: String, count: Int?)]
    ) -> HTML {
        let rows: [[HTML?]] = values.map { ["\($0.label)", "\(FigureCell.text($0.count))"] }
        let table = DataTable(
            id: id, caption: caption, hint: words[.hiddenHint],
            columns: [.init(head, .head), .init(words[.count], .number)], rows: rows
        ).html
        return "<details><summary>\(words[.chartTable])</summary>\(table)</details>"
    }

    private var months: [(label: String, count: Int?)] {
        model.line("cases", "month").map { row in
            (label: names.value(row.values[0], of: "month"), count: row.count)
        }
    }

    private var monthChart: HTML {
        let values = months
        let said = values.map { "\($0.label) \(FigureCell.text($0.count))" }.joined(separator: ", ")
        return MonthChart(
            id: "month-chart", title: words[.byMonthTitle, ["unit": names.unit("cases"), "values": said]],
            values: values
        ).html
    }

    private var stages: [(label: String, count: Int?)] {
        let steps = ["claimed", "referred", "acknowledged", "protected"].map { id in
            (
                label: names.dimension(id),
                count: model.line("cases", id).first { $0.values == ["yes"] }?.count
            )
        }
        return [(label: words[.funnelSeen], count: model.total("cases"))] + steps
    }

    private var funnelChart: HTML {
        let stages = stages
        let said = stages.map { "\($0.label) \(FigureCell.text($0.count))" }.joined(separator: ", ")
        return FunnelChart(
            id: "funnel-chart", title: words[.funnelTitle, ["values": said]], stages: stages
        ).html
    }

    private var map: HTML {
        let rows = model.line("cases", "district")
        let counts = Dictionary(
            rows.compactMap { row in row.count.map { (row.values[0], $0) } }, uniquingKeysWith: { $1 })
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        let said = most.map { "\(names.value($0.key, of: "district")) \($0.value)" }.joined(separator: ", ")
        let picture = DistrictMap(
            id: "map-chart", title: words[.mapTitle, ["values": said]], counts: counts,
            name: { names.value($0, of: "district") }, ocean: words[.ocean]
        ).html
        let cells: [[HTML?]] = rows.map { row in
            ["\(names.value(row.values[0], of: "district"))", "\(FigureCell.text(row.count))"]
        }
        let table = DataTable(
            id: "map-table", caption: words[.map], hint: words[.hiddenHint],
            columns: [.init(names.dimension("district"), .head), .init(words[.count], .number)], rows: cells
        ).html
        return """
            \(scroll(words[.map], picture))\(key(counts))\
            <details><summary>\(words[.mapTable])</summary>\(table)</details>
            """
    }

    private func key(_ counts: [String: Int]) -> HTML {
        let borders = [10] + DistrictMap.borders(counts)
        let shades: [HTML] = borders.enumerated().map { place, from in
            let next = place + 1 < borders.count ? borders[place + 1] - 5 : nil
            let label =
                next.map { words[.keyFew, ["from": String(from), "to": String($0)]] }
                ?? words[.keyMany, ["from": String(from)]]
            return "<span><i class=\"i\(place + 1)\"></i>\(label)</span>"
        }
        return """
            <p class="key gap-top"><span><i class="i0"></i>\(words[.keyHidden])</span>\(shades)</p>
            """
    }
}
