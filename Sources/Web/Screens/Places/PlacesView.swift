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
        <div class="note"><h2>\(words[.noteTitle])</h2><p>\(words[.note])</p></div>\(table)</div>
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
        let bar: HTML = """
            <svg class="bar100" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
            <rect y="1" width="\(row.percent)" height="6"/></svg>
            """
        return [
            "\(row.district)", "\(row.weight)", bar, "\(row.sightings)",
            "\(ShortMoment.text(row.last, now: model.now))",
        ]
    }
}
