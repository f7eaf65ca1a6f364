import Catalog
import HTML

/// Draws the ladder in force.
struct LadderView {
    let model: LadderModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<LadderText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\
        <div class="note"><h2>\(words[.noteTitle])</h2><p>\(words[.note])</p>\
        <p>\(words[.edition, ["edition": model.edition]])</p></div>\
        <section class="box"><h2>\(words[.rungs])</h2>\(ThreadView(knots: rungs).html)</section>\
        <div class="gap-top">\(table)</div></div>
        """
    }

    private var rungs: [ThreadView.Knot] {
        model.rungs.enumerated().map { number, label in
            let isLast = number == model.rungs.count - 1
            return ThreadView.Knot(
                kind: isLast ? .end : number == 0 ? .first : .done, title: "<b>\(number + 1). \(label)</b>")
        }
    }

    private var table: HTML {
        let heads: [HTML] = model.rungs.indices.map { number in
            "<th class=\"num\" scope=\"col\">\(words[.rung, ["number": String(number + 1)]])</th>"
        }
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="ladder"><table>\
            <caption id="ladder">\(words[.caption]) <small>\(words[.captionHint])</small></caption><thead><tr>\
            <th scope="col">\(words[.duty])</th><th scope="col">\(words[.owner])</th>\
            <th class="num" scope="col">\(words[.goal])</th>\(heads)\
            <th class="num" scope="col">\(words[.silence])</th></tr></thead>\
            <tbody>\(model.rows.map(row))</tbody></table></div></div>
            """
    }

    private func row(_ row: LadderModel.Row) -> HTML {
        let delays: [HTML] = model.rungs.indices.map { number in
            let delay = row.delays.indices.contains(number) ? length(row.delays[number]) : ""
            return "<td class=\"num\">\(delay)</td>"
        }
        return """
            <tr><th scope="row">\(row.duty)</th><td>\(row.owner ?? "")</td>\
            <td class="num">\(row.goal.map(length) ?? words[.byRule])</td>\(delays)\
            <td class="num">\(row.keepInLoop.map(length) ?? words[.noSilence])</td></tr>
            """
    }

    /// A length in the largest unit that divides it.
    private func length(_ milliseconds: Int64) -> String {
        let units: [(Int64, LadderText)] = [
            (86_400_000, .days), (3_600_000, .hours), (60_000, .minutes), (1_000, .seconds),
        ]
        guard milliseconds > 0, let unit = units.first(where: { milliseconds % $0.0 == 0 }) else {
            return words[.atOnce]
        }
        return words[unit.1, ["count": String(milliseconds / unit.0)]]
    }
}
