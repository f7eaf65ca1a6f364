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
        let rungs = model.rungs.indices.map { number in
            DataTable.Column(words[.rung, ["number": String(number + 1)]], .number)
        }
        return DataTable(
            id: "ladder", caption: words[.caption], hint: words[.captionHint],
            columns: [.init(words[.duty], .head), .init(words[.owner]), .init(words[.goal], .number)] + rungs
                + [.init(words[.silence], .number)], rows: model.rows.map(row)
        ).html
    }

    private func row(_ row: LadderModel.Row) -> [HTML?] {
        let delays: [HTML?] = model.rungs.indices.map { number in
            row.delays.indices.contains(number) ? "\(length(row.delays[number]))" : nil
        }
        return ["\(row.duty)", row.owner.map { "\($0)" }, "\(row.goal.map(length) ?? words[.byRule])"]
            + delays
            + ["\(row.keepInLoop.map(length) ?? words[.noSilence])"]
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
