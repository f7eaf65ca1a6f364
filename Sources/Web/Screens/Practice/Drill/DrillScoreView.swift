import Catalog
import HTML

/// Draws what a drill was worth, and why.
struct DrillScoreView {
    let model: DrillScoreModel
    let texts: Texts

    var document: Document { Document(title: words[.scoreTitle], frame: .counter, main: main) }

    private var words: Words<PracticeText> { Words(texts) }

    private var main: HTML {
        let score = model.score
        return """
            <div class="narrow prose"><h1>\(words[.score, ["points": String(score.points.total)]])</h1>\
            <p><span class="state \(score.isPassed ? "done" : "open")">\
            \(words[score.isPassed ? .isPassed : .isNotPassed])</span></p>\
            \(model.isKept ? nil : "<p class=\"note late\" role=\"alert\">\(words[.notKept])</p>" as HTML)\
            <p>\(truth)</p>\(parts)\(calls)\(order)\(signs)\(conduct)\(another)</div>
            """
    }

    private var truth: String {
        switch (model.isPresumed, model.saysNoCase) {
        case (true, false): words[.truthCase]
        case (true, true): words[.missedCase]
        case (false, true): words[.truthNone]
        case (false, false): words[.calledForNothing]
        }
    }

    private var parts: HTML {
        let points = model.score.points
        let rows: [(PracticeText, Int, Int)] = [
            (.partCalls, points.calls, DrillScore.Points.most.calls),
            (.partOrder, points.order, DrillScore.Points.most.order),
            (.partConduct, points.conduct, DrillScore.Points.most.conduct),
            (.partSigns, points.signs, DrillScore.Points.most.signs),
        ]
        return DataTable(
            id: "parts", caption: words[.parts],
            columns: [.init(words[.part], .head), .init(words[.partPoints], .number)],
            rows: rows.map { row in
                [
                    "\(words[row.0])",
                    "\(words[.pointsOf, ["points": String(row.1), "most": String(row.2)]])",
                ]
            }
        ).html
    }

    private var calls: HTML {
        let items: [HTML] = model.calls.map { call in
            """
            <li><span class="state \(call.isMade ? "done" : "open")">\
            \(words[call.isMade ? .callMade : .callMissing])</span> <b>\(call.title)</b>\
            <p>\(call.because)</p>\(source(call.sources))</li>
            """
        }
        let none: HTML? = items.isEmpty ? "<p>\(words[.noCalls])</p>" : nil
        let warned: HTML? =
            model.score.hasWarned ? "<p class=\"note late\">\(words[.warned])</p>" : nil
        return section(.partCalls, "\(warned)\(none)<ul class=\"plainlist\">\(items)</ul>")
    }

    private var order: HTML? {
        guard model.isPresumed else { return nil }
        let score = model.score
        return section(
            .partOrder,
            """
            <ul class="list"><li>\(words[score.isInOrder ? .inOrder : .outOfOrder])</li>\
            <li>\(words[score.isBeforeDetails ? .early : .late])</li></ul>
            """)
    }

    private var signs: HTML {
        let items: [HTML] = model.signs.map { sign in
            let (style, word): (String, PracticeText) =
                switch sign.outcome {
                case .seen: ("done", .signSeen)
                case .missed: ("open", .signMissed)
                case .imagined: ("open", .signImagined)
                }
            return """
                <li><span class="state \(style)">\(words[word])</span> \(sign.text)\
                \(sign.because.map { "<p>\($0)</p>" as HTML })</li>
                """
        }
        let none: HTML? = items.isEmpty ? "<p>\(words[.noSigns])</p>" : nil
        return section(.partSigns, "\(none)<ul class=\"plainlist\">\(items)</ul>")
    }

    private var conduct: HTML {
        let items: [HTML] = model.answers.map { answer in
            let better: HTML? =
                answer.isRight ? nil : "<p>\(words[.better, ["answer": answer.better]])</p>"
            return """
                <li><b>\(answer.ask)</b><p>\(answer.taken ?? words[.unanswered])</p>\
                <p><span class="state \(answer.isRight ? "done" : "open")">\
                \(words[answer.isRight ? .right : .wrong])</span></p>\(better)\
                <p>\(answer.rule)</p>\(source(answer.sources))</li>
                """
        }
        return section(.partConduct, "<ul class=\"plainlist\">\(items)</ul>")
    }

    private func section(_ title: PracticeText, _ content: HTML) -> HTML {
        "<section class=\"box\"><h2>\(words[title])</h2>\(content)</section>"
    }

    private func source(_ sources: String) -> HTML? {
        sources.isEmpty ? nil : "<p class=\"cites\">\(words[.source, ["source": sources]])</p>"
    }

    /// Back to the list, with the code.
    private var another: HTML {
        """
        <form method="post" action="\(Page.plain(.practice).address)" autocomplete="off">\
        \(ActForm.hidden(PracticeField.stage, PracticeStage.list.rawValue))\
        \(ActForm.hidden(PracticeField.shift, model.shift))\
        <button class="wide">\(words[.another])</button></form>
        """
    }
}
