import Catalog
import HTML

/// Draws the first street page.
struct StartView {
    let model: StartModel
    let texts: Texts
    /// Whether phones are offered the app.
    var hasApp = false
    /// Whether there are drills to go to.
    var isPractice = false

    var document: Document {
        Document(title: words[.title], frame: .street(model.head), main: main)
    }

    private var words: Words<StartText> { Words(texts) }

    private var main: HTML {
        let form = StreetFormView(
            visit: model.visit, texts: texts,
            asked: Set(model.questions.map(\.name) + [StreetField.district]))
        return """
            <h1 class="hide">\(words[.heading])</h1>\(form.findings)\
            \(form.form(content))
            """
    }

    private var content: HTML {
        """
        \(model.questions.map(question))\
        <div class="ask">\(district)</div>\
        <div class="dock"><button name="\(StreetField.to)" value="\(StreetPage.calls.rawValue)" \
        data-wait="\(Words<StreetText>(texts)[.waiting])">\(words[.next])</button></div>\
        \(model.visit.drill == nil ? links : nil)
        """
    }

    private var links: HTML {
        """
        <nav class="links" aria-label="\(words[.moreLinks])">\
        <a href="\(Page.manual(.signs).address)">\(words[.manual])</a>\
        <a href="\(Page.directory(district: nil).address)">\(words[.directory])</a>\
        <a href="\(Page.receipt.address)">\(words[.receipt])</a>\(app)\(practice)</nav>
        """
    }

    private var practice: HTML? {
        guard isPractice else { return nil }
        return "<a href=\"\(Page.plain(.practice).address)\">\(Words<PracticeText>(texts)[.title])</a>"
    }

    private var app: HTML? {
        guard hasApp else { return nil }
        // A phone that was here before keeps a shell in another language: the place says which one to speak.
        let shell = Page.plain(.shell).address.at(texts.language)
        return "<a href=\"\(shell)\">\(Words<AppShellText>(texts)[.offer])</a>"
    }

    private func question(_ question: ChoiceQuestion) -> HTML {
        let calls = question.advice.map { card in
            let isDanger = question.name == StreetField.fact(.danger)
            return CallCardView(
                card: card, mark: isDanger ? "!" : "+",
                role: isDanger ? words[.dangerRole] : words[.injuryRole],
                style: isDanger ? .first : .second, texts: texts
            ).html
        }
        return ChoiceView(question: question, texts: texts, advice: calls.isEmpty ? nil : calls.joined()).html
    }

    private var district: HTML {
        DistrictChoiceView(
            choice: model.districts, name: StreetField.district, texts: texts, label: words[.district],
            hint: words[.districtHint], offersPosition: true
        ).html
    }
}
