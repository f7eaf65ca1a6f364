import Catalog
import HTML

/// Draws the first course on one page, which works without script.
struct CourseView {
    let model: CourseModel
    /// What was typed as the code, and whether it could not be read.
    var typed = ""
    var isBad = false
    /// Whether the answers were sent, and whether they are kept.
    var isSent = false
    var isKept = true
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    private var words: Words<CourseText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\(outcome)\
        <form method="post" action="\(Page.plain(.practiceCourse).address)" autocomplete="off">\
        \(ShiftInput(typed: typed, isBad: isBad, texts: texts).html)\
        \(model.lessons.map(lesson))\
        <p class="gap-top"><button class="wide">\(words[.send])</button></p></form>\
        <p class="acts gap-top"><a class="btn quiet" href="\(Page.plain(.practice).address)">\
        \(words[.toScenes])</a></p></div>
        """
    }

    private var outcome: HTML? {
        guard isSent else { return nil }
        let values = [
            "right": String(model.marks.count(where: \.self)), "count": String(model.lessons.count),
        ]
        return """
            <div class="note" role="status"><h2>\(words[model.isPassed ? .passed : .failed, values])</h2>\
            \(model.isPassed ? nil : "<p>\(words[.failedHint])</p>" as HTML)\
            \(isKept ? nil : "<p>\(words[.notKept])</p>" as HTML)</div>
            """
    }

    private func lesson(_ lesson: CourseModel.Lesson) -> HTML {
        let number = words[.lesson, ["number": String(lesson.number), "count": String(model.lessons.count)]]
        return """
            <section class="box gap-top" aria-labelledby="l-\(lesson.number)"><p class="muted">\(number)</p>\
            <h2 id="l-\(lesson.number)">\(lesson.title)</h2>\
            \(lesson.text.map { "<p class=\"gap-top\">\($0)</p>" as HTML })\
            \(extracts(lesson))\(question(lesson))\
            <p class="cites gap-top">\(words[.source, ["source": lesson.sources]])</p></section>
            """
    }

    private func extracts(_ lesson: CourseModel.Lesson) -> HTML {
        let signs: HTML? =
            lesson.signs.isEmpty
            ? nil
            : """
            <h3 class="gap-top">\(words[.signs])</h3>\
            <ul class="list">\(lesson.signs.map { "<li>\($0)</li>" as HTML })</ul>
            """
        let steps: [HTML] = lesson.steps.map { "<li><b>\($0.title).</b> \($0.because)</li>" }
        let conduct: [HTML] = lesson.conduct.map { line in
            """
            <div class="do"><p>\(line.do)</p></div><div class="dont"><p>\(line.dont)</p></div>
            """
        }
        let stepList: HTML? = steps.isEmpty ? nil : "<ul class=\"list gap-top\">\(steps)</ul>"
        return "\(signs)\(stepList)<div class=\"gap-top\">\(conduct)</div>"
    }

    private func question(_ lesson: CourseModel.Lesson) -> HTML {
        let position = lesson.number - 1
        let order = ShuffledOptions.order(of: lesson.options.count, by: lesson.title, position)
        let asked = PlainQuestion(
            ask: lesson.ask, name: PracticeField.question(position),
            options: order.map { (text: lesson.options[$0].say, value: $0) },
            chosen: model.choices.indices.contains(position) ? model.choices[position] : nil)
        return "\(asked.html)\(mark(lesson, position))"
    }

    private func mark(_ lesson: CourseModel.Lesson, _ position: Int) -> HTML? {
        guard isSent else { return nil }
        let isRight = model.marks[position]
        let word: CourseText =
            isRight ? .isRight : model.choices[position] == nil ? .notAnswered : .isWrong
        return """
            <p class="gap-top"><span class="state \(isRight ? "done" : "open")">\(words[word])</span> \
            \(lesson.why)</p>
            """
    }
}
