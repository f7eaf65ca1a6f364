import Catalog
import HTML

/// Draws the ladder in force.
struct LadderView {
    let model: LadderModel
    let head: StaffHead
    let texts: Texts
    /// Whether the times can be changed here.
    var mayChange = false

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<LadderText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\
        <div class="note"><h2>\(words[.noteTitle])</h2><p>\(mayChange ? words[.note] : words[.noteRead])</p>\
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
                + [.init(words[.silence], .number)] + (mayChange ? [.init(words[.change])] : []),
            rows: model.rows.map(row)
        ).html
    }

    private func row(_ row: LadderModel.Row) -> [HTML?] {
        let delays: [HTML?] = model.rungs.indices.map { number in
            guard row.now.delays.indices.contains(number) else { return nil }
            let published = row.published.delays.indices.contains(number) ? row.published.delays[number] : 0
            return both(row.now.delays[number], published)
        }
        let goal: HTML = row.now.goal.map { both($0, row.published.goal ?? $0) } ?? "\(words[.byRule])"
        return ["\(row.duty)", row.owner.map { "\($0)" }, goal] + delays
            + ["\(row.keepInLoop.map(length) ?? words[.noSilence])"] + (mayChange ? [link(row)] : [])
    }

    /// What is in force, and beside it what the catalogue says where that is something else.
    private func both(_ now: Int64, _ published: Int64) -> HTML {
        guard now != published else { return "\(length(now))" }
        let said = words[.publishedIs, ["time": length(published)]]
        return "<b>\(length(now))</b><br><span class=\"small muted\">\(said)</span>"
    }

    private func link(_ row: LadderModel.Row) -> HTML {
        let mark: HTML? =
            row.waiting == nil ? nil : "<br>\(StateMark(.open, words[.waiting]).html(texts))"
        return """
            <a href="\(LadderRoutes.address(row.kind))">\(words[.change])\
            <span class="hide"> \(row.duty)</span></a>\(mark)
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
