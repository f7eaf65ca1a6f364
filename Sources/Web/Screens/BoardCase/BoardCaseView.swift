import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the clocks of one case.
struct BoardCaseView {
    let model: BoardCaseModel
    let head: StaffHead
    let names: CatalogNames
    /// What was asked and not done, with what was typed.
    var attempt: BoardCaseAttempt?
    /// Whether the house can sign the file of who did not answer.
    var hasDossier = false
    /// The institution of whoever looks: it records its own visits here.
    var viewer = ""

    var document: Document {
        Document(title: words[.title, ["code": model.reference]], frame: .staff(head), main: main)
    }

    /// The place of one obligation on the page.
    static func place(_ obligation: String) -> String { "d-" + obligation }

    private var texts: Texts { names.texts }
    private var words: Words<BoardCaseText> { Words(texts) }
    private var board: Words<BoardText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><p class="crumb"><a href="\(Page.plain(.board).address)">\(words[.crumb])</a></p>\
        <div class="page-head"><div><h1>\(words[.title, ["code": model.reference]])</h1>\
        <p class="lead">\(words[.lead, ["harm": board[BoardText.harm(model.harm)]]])</p></div>\
        </div>\
        \(model.isClosed ? "<div class=\"note\"><p>\(words[.closed])</p></div>" as HTML : nil)\
        \(attempt.map { OutcomeNote(failure: $0.failure, names: names).html })\
        \(reserved)<div class="cols two-one gap-top"><div><h2 class="xl">\(words[.owed])</h2>\(owed)</div>\
        <div><h2 class="xl">\(words[.timeline])</h2>\
        <div class="box">\(BoardCaseThread(model: model, names: names).html)</div>\(custody)\(dossier)</div></div></div>
        """
    }

    /// Said before the clocks: whoever reads them would else call the body that must not know.
    private var reserved: HTML? {
        model.reserved.map { reserved in
            switch reserved {
            case .forNobody: "<div class=\"note late\"><p>\(words[.reservedForNobody])</p></div>"
            case .forCaseManagement: "<div class=\"note soon\"><p>\(words[.reservedForManagement])</p></div>"
            }
        }
    }

    private var owed: HTML {
        guard !model.owed.isEmpty else { return "<p>\(words[.nothing])</p>" }
        let boxes: [HTML] = model.owed.map { owed in
            OwedBox(
                owed: owed, model: model, formToken: head.formToken, names: names,
                attempt: attempt.flatMap { $0.obligation == owed.id ? $0 : nil },
                isOwn: owed.body == viewer
            ).html
        }
        return "<div class=\"stack\">\(boxes)</div>"
    }

    /// A download changes nothing in the case, so it hangs on no version.
    private var dossier: HTML? {
        guard hasDossier else { return nil }
        let form = ActForm(
            action: .boardCase(model.id), token: head.formToken, act: BoardCaseRoutes.dossier,
            button: .init(label: words[.dossier], style: .quiet))
        let paper = ActForm(
            action: .boardCase(model.id), token: head.formToken, act: BoardCaseRoutes.dossierPaper,
            button: .init(label: Words<DossierText>(names.texts)[.paper], style: .quiet))
        return """
            <section class="box gap-top">\(form.html)<p class="hint">\(words[.dossierHint])</p>\(paper.html)</section>
            """
    }

    private var custody: HTML? {
        guard !model.custody.isEmpty else { return nil }
        let people: [HTML] = model.custody.map { person in
            """
            <section class="box"><h3>\(words[.person, ["number": String(person.number)]])</h3>\
            <ol class="spans">\(person.spans.map(span))</ol></section>
            """
        }
        return """
            <h2 class="xl gap-top">\(words[.custody])</h2><div class="stack">\(people)</div>
            """
    }

    private func span(_ span: BoardCaseModel.Span) -> HTML {
        var values = ["from": ShortMoment.text(span.from, now: model.now)]
        values["until"] = span.to.map { ShortMoment.text($0, now: model.now) }
        if let body = span.institution {
            values["body"] = body
            return "<li>\(span.to == nil ? words[.held, values] : words[.heldUntil, values])</li>"
        }
        let end = span.to ?? model.now
        let length = end.millisecondsSinceEpoch - span.from.millisecondsSinceEpoch
        values["length"] = ClockText.length(max(0, length), texts)
        let text = span.to == nil ? words[.gap, values] : words[.gapUntil, values]
        return "<li>\(StateMark(.late, text).html(texts))</li>"
    }
}
