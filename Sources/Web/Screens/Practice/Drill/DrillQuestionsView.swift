import Catalog
import HTML

/// Draws the questions of conduct, of which each has one right answer.
struct DrillQuestionsView {
    let scene: Scene
    let pass: DrillPass
    /// The signs that were marked, and whether the guard says that there is no case.
    let carried: [(name: String, value: String)]
    let texts: Texts

    var document: Document { Document(title: words[.questions], frame: .counter, main: main) }

    private var words: Words<PracticeText> { Words(texts) }

    private var main: HTML {
        let fields = pass.fields + carried + [(PracticeField.stage, PracticeStage.score.rawValue)]
        return """
            <div class="narrow prose"><h1>\(words[.questions])</h1><p class="lead">\(words[.questionsLead])</p>\
            <form method="post" action="\(Page.plain(.practice).address)" autocomplete="off">\
            \(fields.map { ActForm.hidden($0.name, $0.value) })\
            \(scene.questions.enumerated().map { question($1, $0) })\
            <p class="gap-top"><button class="wide">\(words[.toScore])</button></p></form></div>
            """
    }

    private func question(_ question: Scene.Question, _ number: Int) -> HTML {
        let options = ShuffledOptions.order(
            of: question.options.count, by: scene.id.text, number
        ).map { (text: question.options[$0].say, value: $0) }
        return PlainQuestion(
            ask: question.ask, name: PracticeField.question(number), options: options
        ).html
    }
}
