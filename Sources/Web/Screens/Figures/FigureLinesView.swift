import HTML
import Reports

/// Draws what changes with time as lines: referrals by month of the institutions that get most, and how long each body took
/// from one published period to the next. Each has its table and its rule of counting.
struct FigureLinesView {
    let model: FiguresModel
    let names: FigureNames

    var html: HTML {
        "<div class=\"cols lines gap-top\">\(byMonth)\(byPeriod)</div>"
    }

    private var words: Words<FiguresText> { Words(names.names.texts) }

    /// Nil where the release has no such table.
    private var byMonth: HTML? {
        let lines = FigureLines(referrals: model)
        guard !lines.series.isEmpty else { return nil }
        return section(
            lines, "sent", (.lineSent, .lineSentTitle), places: { names.value($0, of: "month") },
            rule: names.rule("referrals"))
    }

    /// Nil where fewer than two periods of one kind are published: one point is no line.
    private var byPeriod: HTML? {
        let lines = FigureLines(acknowledgements: model.trend)
        guard lines.places.count > 1, !lines.series.isEmpty else { return nil }
        return section(
            lines, "waits", (.lineWaits, .lineWaitsTitle),
            places: { FigurePeriod(reading: $0).map(names.shortPeriod) ?? $0 }, rule: words[.lineWaitsRule])
    }

    private func section(
        _ lines: FigureLines, _ id: String, _ keys: (head: FiguresText, title: FiguresText),
        places: (String) -> String, rule: String
    ) -> HTML {
        let head = words[keys.head]
        let labels = lines.places.map(places)
        let series = lines.series.map { line in
            LineChart.Series(label: names.value(line.institution, of: "institution"), values: line.values)
        }
        let picture = LineChart(
            id: "\(id)-chart", title: words[keys.title], description: said(series, labels), places: labels,
            series: series
        ).html
        return """
            <section class="box" aria-labelledby="\(id)-head"><h2 id="\(id)-head">\(head)</h2>\
            <div class="scroll" tabindex="0" role="region" aria-label="\(head)">\(picture)</div>\(key(series))\
            <p class="small muted">\(words[.lineGap])</p><p class="small muted">\(rule)</p>\
            <details><summary>\(words[.chartTable])</summary>\(table(series, labels, id, head))</details></section>
            """
    }

    /// Which line is whose: on a phone the labels at the ends are out of sight.
    private func key(_ series: [LineChart.Series]) -> HTML {
        let samples: [HTML] = zip(LineStyle.allCases, series).map { style, line in
            "<span>\(style.sample)\(line.label)</span>"
        }
        return "<p class=\"key\">\(samples)</p>"
    }

    /// Every value in words, in the order of the lines.
    private func said(_ series: [LineChart.Series], _ places: [String]) -> String {
        series.map { line in
            let values = zip(places, line.values).map { "\($0) \(FigureCell.text($1))" }
            return line.label + ": " + values.joined(separator: ", ") + "."
        }.joined(separator: " ")
    }

    private func table(
        _ series: [LineChart.Series], _ places: [String], _ id: String, _ head: String
    ) -> HTML {
        let rows: [[HTML?]] = series.map { line in
            let cells: [HTML?] = line.values.map { value in
                guard let value else {
                    return
                        "<span aria-label=\"\(words[.totalHidden])\" role=\"img\">\(FigureCell.hidden)</span>"
                }
                return "\(value)"
            }
            return ["\(line.label)"] + cells
        }
        return DataTable(
            id: "\(id)-table", caption: head, hint: words[.hiddenHint],
            columns: [.init(names.dimension("institution"), .head)] + places.map { .init($0, .number) },
            rows: rows
        ).html
    }
}
