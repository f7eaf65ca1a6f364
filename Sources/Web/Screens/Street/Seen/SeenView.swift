import CaseRegister
import Catalog
import HTML

/// Draws the page on which what was seen is marked with the thumb.
struct SeenView {
    let model: SeenModel
    let texts: Texts

    var document: Document {
        Document(title: words[.title], frame: .street(model.head), main: main)
    }

    private var words: Words<SeenText> { Words(texts) }
    private var shared: Words<StreetText> { Words(texts) }

    private var main: HTML {
        let form = StreetFormView(visit: model.visit, texts: texts, asked: model.asked)
        return """
            <h1>\(words[.heading])</h1><p class="hint">\(words[.hint])</p>\(form.findings)\
            \(form.form(content))
            """
    }

    private var content: HTML {
        """
        \(people)\(model.first.map(question))\
        \(toggles(words[.exploitation], model.exploitation))\
        \(toggles(words[.signs], model.signs))\
        \(model.then.map(question))\(district)\(further)\
        <div class="dock"><button name="\(StreetField.to)" value="\(StreetPage.sent.rawValue)" \
        data-wait="\(shared[.waiting])">\(words[.next])</button></div>\
        \(StreetFooter(back: .calls, texts: texts).html)
        """
    }

    private var people: HTML {
        let choices: [HTML] = model.people.map { choice in
            """
            <label class="choice"><input type="radio" name="\(StreetField.people)" \
            value="\(choice.count.rawValue)"\(Attribute("checked", when: choice.isChosen))>\
            <span>\(Self.label(of: choice.count, in: texts))</span></label>
            """
        }
        return """
            <fieldset class="ask"><legend>\(words[.people])</legend>\
            <div class="choices four">\(choices)</div></fieldset>
            """
    }

    /// What a number of people is called.
    static func label(of count: PeopleCount, in texts: Texts) -> String {
        let words = Words<SeenText>(texts)
        return switch count {
        case .one: words[.one]
        case .two: words[.two]
        case .threeOrMore: words[.three]
        case .unknown: Words<CommonText>(texts)[.unknown]
        }
    }

    private func question(_ question: ChoiceQuestion) -> HTML {
        ChoiceView(question: question, texts: texts).html
    }

    private func toggles(_ legend: String, _ toggles: [SeenModel.Toggle]) -> HTML {
        let items: [HTML] = toggles.map { toggle in
            """
            <label class="choice"><input type="checkbox" name="\(toggle.name)" value="\(StreetField.seen)"\
            \(Attribute("checked", when: toggle.isOn))><span>\(toggle.label)</span></label>
            """
        }
        return """
            <fieldset class="ask"><legend>\(legend)</legend><p class="hint">\(words[.several])</p>\
            <div class="choices one">\(items)</div></fieldset>
            """
    }

    private var district: HTML {
        let list = DistrictChoiceView(
            choice: model.districts, name: StreetField.district, texts: texts, label: words[.district]
        ).html
        return "<div class=\"ask\">\(list)</div>"
    }

    private var further: HTML? {
        guard !model.further.isEmpty else { return nil }
        return """
            <details class="tap alt"><summary>\(words[.further])</summary>\
            <p class="hint">\(words[.furtherHint])</p>\(model.further.map(question))</details>
            """
    }
}
