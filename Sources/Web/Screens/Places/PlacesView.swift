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
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="places"><table>\
            <caption id="places">\(words[.caption]) <small>\(words[.decay])</small></caption><thead><tr>\
            <th scope="col">\(words[.district])</th><th class="num" scope="col">\(words[.weight])</th>\
            <th scope="col"><span class="hide">\(words[.bar])</span></th>\
            <th class="num" scope="col">\(words[.sightings])</th><th class="num" scope="col">\(words[.last])</th>\
            </tr></thead><tbody>\(model.rows.map(row))</tbody></table></div></div>
            """
    }

    private func row(_ row: PlacesModel.Row) -> HTML {
        """
        <tr><th scope="row">\(row.district)</th><td class="num">\(row.weight)</td>\
        <td><svg class="bar100" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect y="1" width="\(row.percent)" height="6"/></svg></td><td class="num">\(row.sightings)</td>\
        <td class="num">\(ShortMoment.text(row.last, now: model.now))</td></tr>
        """
    }
}
