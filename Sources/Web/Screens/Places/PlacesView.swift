import Catalog
import HTML

/// Draws the places where something was seen.
struct PlacesView {
    let model: PlacesModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<PlacesText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\
        <div class="note"><h2>\(words[.noteTitle])</h2><p>\(words[.note])</p></div>\(table)\(lines)</div>
        """
    }

    private var table: HTML {
        guard !model.rows.isEmpty else { return "<div class=\"box\"><p>\(words[.none])</p></div>" }
        return DataTable(
            id: "places", caption: words[.caption], hint: words[.decay],
            columns: [
                .init(words[.district], .head), .init(words[.weight], .number), .init(words[.bar], .mute),
                .init(words[.sightings], .number), .init(words[.last], .number),
            ], rows: model.rows.map(row)
        ).html
    }

    private func row(_ row: PlacesModel.Row) -> [HTML?] {
        [
            "\(row.district)", "\(Digits.grouped(row.weight))", bar(row.percent),
            "\(Digits.grouped(row.sightings))",
            row.seen.first.map { "\(ShortMoment.text($0.at, now: model.now))" },
        ]
    }

    private func bar(_ percent: Int) -> HTML {
        """
        <svg class="bar100" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect y="1" width="\(percent)" height="6"/></svg>
        """
    }

    /// One table a place: each time that something was seen, and what is left of it today.
    private var lines: HTML? {
        let tables: [HTML] = model.rows.enumerated().map { number, row in
            let older: HTML? =
                row.older == 0
                ? nil : "<p class=\"small muted\">\(words[.older, ["count": String(row.older)]])</p>"
            return DataTable(
                id: "place-\(number + 1)", caption: words[.line, ["district": row.district]],
                columns: [
                    .init(words[.day], .head), .init(words[.left], .number), .init(words[.bar], .mute),
                ],
                rows: row.seen.map { moment in
                    [
                        """
                        <time datetime="\(moment.at.machineText)">\(moment.at.dayText) \(moment.at.hourText)</time>
                        """, "\(moment.weight)", bar(moment.percent),
                    ]
                }, foot: older
            ).html
        }
        return tables.isEmpty ? nil : "<div class=\"stack gap-top\">\(tables)</div>"
    }
}
