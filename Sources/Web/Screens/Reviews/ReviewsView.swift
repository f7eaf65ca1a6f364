import CaseRegister
import Catalog
import HTML

/// Draws the emergency accesses that wait for a review.
struct ReviewsView {
    let model: ReviewsModel
    let head: StaffHead
    let names: CatalogNames
    /// Why the last review was not recorded.
    var failure: DeskFailure?

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var texts: Texts { names.texts }
    private var words: Words<ReviewsText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div>\
        <p><a class="btn quiet" href="\(Page.plain(.incidents).address)">\
        \(Words<IncidentText>(texts)[.title])</a></p></div>\
        \(failure.map { OutcomeNote(failure: $0, names: names).html })\(overdue)\(rows)</div>
        """
    }

    private var overdue: HTML? {
        let count = model.rows.count { $0.face.state == .late }
        guard count > 0 else { return nil }
        return """
            <div class="note late"><h2>\(words[.overdue, ["count": String(count)]])</h2>\
            <p>\(words[.overdueDo])</p></div>
            """
    }

    private var rows: HTML {
        guard !model.rows.isEmpty else {
            return "<div class=\"box\"><p>\(StateMark(.done, words[.none]).html(texts))</p></div>"
        }
        return "<div class=\"stack\">\(model.rows.enumerated().map { row($1, number: $0) })</div>"
    }

    private func row(_ row: ReviewsModel.Row, number: Int) -> HTML {
        let facts: [(label: String, value: HTML)] = [
            (words[.by], "<b>\(row.by)</b>"), (words[.unit], "\(row.unit)"),
            (words[.approvedBy], "<b>\(row.approvedBy)</b>"), (words[.reason], "\(row.reason)"),
            (words[.opened], "\(ShortMoment.text(row.opened, now: model.now))"),
            (words[.minutes], "\(words[.minutesCount, ["count": String(row.minutes)]])"),
        ]
        return """
            <section class="box" aria-labelledby="r\(number)"><div class="head">\
            <h2 id="r\(number)">\(words[.caseCode]) <span class="code">\(row.reference)</span></h2>\
            <span>\(StateMark(row.face.state).html(texts)) \(ClockText(face: row.face, texts: texts).html)</span>\
            </div>\(FactsList(facts).html)<div class="gap-top">\(form(row, number: number))</div></section>
            """
    }

    private func form(_ row: ReviewsModel.Row, number: Int) -> HTML {
        let options = names.catalog.content.codes["glass-verdicts"]?.codes ?? []
        let verdict = CodeChoice(
            name: ReviewsRoutes.verdictField, label: words[.verdict],
            options: options.map { CodeChoice.Option(id: $0.id, label: $0.label) }, style: .radios)
        return ActForm(
            action: .plain(.reviews), token: head.formToken, act: ReviewsRoutes.review, seen: row.version,
            hidden: [(ReviewsRoutes.caseField, row.caseID.text), (ReviewsRoutes.actorField, row.by)],
            fields: verdict.html(texts, id: "v\(number)"), button: ActForm.Button(label: words[.submit])
        ).html
    }
}
