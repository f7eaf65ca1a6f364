import Catalog
import HTML

/// Draws a question as a group of large buttons, of which one can be chosen.
struct ChoiceView {
    let question: ChoiceQuestion
    let texts: Texts
    /// What is shown while the answer asks for it; always shown where the browser cannot tell.
    var advice: HTML?
    /// Whether an answer sends the form at once when script runs.
    var sendsAtOnce = false

    var html: HTML {
        """
        <fieldset class="ask"><legend>\(question.question)</legend>\
        \(question.hint.map { "<p class=\"hint\">\($0)</p>" as HTML })\
        <div class="\(question.columns.rawValue)">\(question.choices.map(choice))</div>\
        \(advice.map { "<div class=\"advice\">\($0)</div>" as HTML })</fieldset>
        """
    }

    private func choice(_ choice: ChoiceQuestion.Choice) -> HTML {
        """
        <label class="choice"><input type="radio" name="\(question.name)" value="\(choice.value)"\
        \(Attribute("checked", when: choice.isChosen))\(Attribute("data-now", when: sendsAtOnce))>\
        <span>\(label(choice.label))</span></label>
        """
    }

    private func label(_ label: ChoiceQuestion.Label) -> String {
        let words = Words<CommonText>(texts)
        return switch label {
        case .yes: words[.yes]
        case .no: words[.no]
        case .unknown: words[.unknown]
        case .text(let text): text
        }
    }
}
