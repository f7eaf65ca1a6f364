import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws one obligation: its clock, where it stands on the ladder, and what may be done about it.
struct OwedBox {
    let owed: BoardCaseModel.Owed
    let model: BoardCaseModel
    let formToken: String
    let names: CatalogNames
    let attempt: BoardCaseAttempt?
    /// Whether it is owed by whoever looks.
    var isOwn = false

    var html: HTML {
        """
        <section class="box" id="\(place)" aria-labelledby="\(place)-h"><div class="head">\
        <h3 id="\(place)-h">\(owed.duty)</h3><span>\(StateMark(owed.face.state).html(texts)) \
        \(ClockText(face: owed.face, texts: texts).html)</span></div>\
        <p class="muted">\(owed.institution)</p>\(pauseLine)\(lines)\(verbs)</section>
        """
    }

    private var texts: Texts { names.texts }
    private var words: Words<BoardCaseText> { Words(texts) }
    private var place: String { BoardCaseView.place(owed.id) }

    private var pauseLine: HTML? {
        owed.pause.map { pause in
            let values = ["day": pause.until.dayText, "reason": pause.reason]
            return "<p>\(StateMark(.paused).html(texts)) \(words[.paused, values])</p>"
        }
    }

    /// Since when it runs, how long nobody has answered, and the rungs on both sides; the story stands in the thread.
    private var lines: HTML {
        var lines: [HTML] = ["\(words[.started, when(owed.face.start)]). \(end)."]
        if owed.face.state == .late, let left = owed.face.left {
            let text = words[.silent, ["length": ClockText.length(-left, texts)]]
            lines.append("<b class=\"clock late\">\(text)</b>")
        }
        if owed.isWithheld { lines.append("<b>\(Words<BoardText>(texts)[.withheld])</b>") }
        if let climb = owed.climbs.max(by: { $0.rung < $1.rung }) {
            var values = when(climb.at)
            values["rung"] = names.rung(climb.rung)
            lines.append("<b>\(words[.climbed, values])</b>")
        }
        if let word = owed.lastWord { lines.append("\(words[.word, when(word)])") }
        if let next = owed.nextRung, let at = owed.nextRungAt {
            lines.append("\(names.rung(next)). \(words[.rungDue, when(at)]).")
        }
        return "\(lines.map { "<p class=\"small\">\($0)</p>" as HTML })"
    }

    private var end: String {
        guard let due = owed.face.due else { return words[.noDue] }
        return due <= model.now ? words[.due, when(due)] : words[.dueNext, when(due)]
    }

    private func when(_ instant: Instant) -> [String: String] {
        ["when": ShortMoment.text(instant, now: model.now)]
    }

    private var verbs: HTML {
        """
        <div class="verbs gap-top"><p class="hide">\(words[.verbs])</p>\(visit)\(climb)\(word)\(pause)</div>
        """
    }

    /// The own visit of the ninth duty is recorded with the number and the day of its report.
    private var visit: HTML? {
        guard isOwn, owed.month != nil, !model.isClosed else { return nil }
        let inbox = Words<InboxReferralText>(texts)
        let typed = attempt?.visit
        let document = TextField(
            name: BoardCaseRoutes.documentField, label: inbox[.document], value: typed?.document ?? "",
            hint: inbox[.documentHint],
            problem: typed.map { _ in attempt?.isDayWrong == true ? nil : inbox[.documentMissing] } ?? nil)
        let day = TextField(
            name: BoardCaseRoutes.documentDayField, label: inbox[.documentDay], value: typed?.day ?? "",
            hint: texts[DeskText.dayHint],
            problem: typed != nil && attempt?.isDayWrong == true ? inbox[.dayWrong] : nil, most: 10,
            isShort: true)
        let fields = document.html(id: place + "-d") + day.html(id: place + "-g")
        return """
            <details\(Attribute("open", when: typed != nil))><summary>\(words[.visit])</summary>\(form(
                .visit, fields: fields, button: ActForm.Button(label: words[.visit])))</details>
            """
    }

    private var climb: HTML? {
        guard let next = owed.nextRung, owed.pause == nil, !model.isClosed else { return nil }
        let text = next == .reminder ? words[.remind] : words[.climb, ["rung": names.rung(next)]]
        return form(
            .climb, hidden: [(BoardCaseRoutes.rungField, String(next.rawValue))],
            button: ActForm.Button(label: text, style: owed.face.state == .late ? .filled : .quiet))
    }

    private var word: HTML? {
        guard !model.isClosed else { return nil }
        return """
            <details><summary>\(words[.tookWord])</summary>\(form(
                .word, fields: "<p class=\"hint\">\(words[.tookWordHint])</p>",
                button: ActForm.Button(label: words[.tookWord], style: .quiet)))</details>
            """
    }

    private var pause: HTML? {
        guard !model.isClosed else { return nil }
        if owed.pause != nil {
            return form(.resume, button: ActForm.Button(label: words[.resume], style: .quiet))
        }
        guard owed.kind.canPause else { return nil }
        let options = (names.catalog.content.codes["pause-reasons"]?.codes ?? []).filter {
            owed.kind.canPause(because: $0.id)
        }
        let reason = CodeChoice(
            name: BoardCaseRoutes.reasonField, label: words[.pauseReason],
            options: options.map { CodeChoice.Option(id: $0.id, label: $0.label) },
            chosen: attempt?.pauseReason)
        let day = TextField(
            name: BoardCaseRoutes.dayField, label: words[.pauseUntil], value: attempt?.pauseDay ?? "",
            hint: texts[DeskText.dayHint],
            problem: attempt?.isDayWrong == true && attempt?.visit == nil ? words[.pauseFuture] : nil,
            most: 10,
            isShort: true)
        let fields = reason.html(texts, id: place + "-m") + day.html(id: place + "-f")
        return """
            <details\(Attribute("open", when: attempt != nil && attempt?.visit == nil))>\
            <summary>\(words[.pause])</summary>\(form(
                .pause, fields: fields, button: ActForm.Button(label: words[.pauseButton], style: .quiet)))\
            </details>
            """
    }

    private func form(
        _ act: BoardCaseRoutes.Act, hidden: [(name: String, value: String)] = [], fields: HTML? = nil,
        button: ActForm.Button
    ) -> HTML {
        ActForm(
            action: .boardCase(model.id), token: formToken, act: act.rawValue, seen: model.version,
            hidden: [(BoardCaseRoutes.obligationField, owed.id)] + hidden, fields: fields, button: button
        ).html
    }
}
