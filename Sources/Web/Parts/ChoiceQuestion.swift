import Catalog

/// One question that is answered with one tap.
struct ChoiceQuestion: Equatable, Sendable {
    let name: String
    let question: String
    let hint: String?
    let choices: [Choice]
    let columns: Columns
    /// Numbers to call at once when the answer is yes.
    var advice: [CallCard] = []

    struct Choice: Equatable, Sendable {
        let value: String
        let label: Label
        let isChosen: Bool
    }

    /// What stands on a choice: a word of the screen or one of the catalogue.
    enum Label: Equatable, Sendable {
        case yes, no, unknown
        case text(String)
    }

    enum Columns: String, Sendable {
        case one = "choices one"
        case two = "choices two"
        case three = "choices"
        case words = "choices words"
        case four = "choices four"
    }

    init(
        name: String, question: String, hint: String?, choices: [Choice], columns: Columns,
        advice: [CallCard] = []
    ) {
        self.name = name
        self.question = question
        self.hint = hint
        self.choices = choices
        self.columns = columns
        self.advice = advice
    }

    /// The question of a fact, with a way to leave it open.
    ///
    /// A plain yes or no is said in one word; any other answer in the words of the catalogue. Where "it could not
    /// be told" is an answer of its own, there is no second way of not knowing.
    init(_ fact: Fact, answer: String?, texts: Texts, advice: [CallCard] = []) {
        let isYesOrNo = fact.values.map(\.id) == ["yes", "no"]
        let isPlain = isYesOrNo && (fact.values.first?.label.hasPrefix(texts[CommonText.yes]) ?? false)
        let values = fact.values.map { value in
            Choice(
                value: value.id, label: isPlain ? (value.id == "yes" ? .yes : .no) : .text(value.label),
                isChosen: value.id == answer)
        }
        let hasDoubt = fact.values.contains { $0.id == "doubted" }
        let unknown = Choice(value: "", label: .unknown, isChosen: false)
        self.init(
            name: StreetField.fact(fact.id), question: fact.question, hint: fact.hint,
            choices: values + (hasDoubt ? [] : [unknown]),
            columns: isPlain ? .three : isYesOrNo ? .words : .one, advice: advice)
    }
}
