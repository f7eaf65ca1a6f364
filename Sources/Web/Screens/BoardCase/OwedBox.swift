import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws one obligation: its clock, its ladder as a thread, and what may be done about it.
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
        <p class="muted">\(owed.institution)</p>\(pauseLine)\(ThreadView(knots: knots).html)\(verbs)</section>
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

    /// From the start of the clock over what happened to now, and on over the rungs that are still to come.
    private var knots: [ThreadView.Knot] {
        let past = happened.sorted { $0.at < $1.at }
        let first = ThreadView.Knot(
            kind: .first, title: "<b>\(words[.started, when(owed.face.start)])</b>")
        let done = past.map { ThreadView.Knot(kind: .done, title: $0.title) }
        return [first] + done + [now] + toCome
    }

    private var happened: [(at: Instant, title: HTML)] {
        var found: [(at: Instant, title: HTML)] = owed.climbs.map { climb in
            var values = when(climb.at)
            values["rung"] = label(climb.rung)
            return (climb.at, "<b>\(words[.climbed, values])</b>")
        }
        if let word = owed.lastWord { found.append((word, "<b>\(words[.word, when(word)])</b>")) }
        if let due = owed.face.due, due <= model.now {
            found.append((due, StateMark(.late, words[.due, when(due)]).html(texts)))
        }
        return found
    }

    /// This minute; in red how long nobody has answered.
    private var now: ThreadView.Knot {
        var detail: HTML?
        if owed.face.state == .late, let left = owed.face.left {
            let text = words[.silent, ["length": ClockText.length(-left, texts)]]
            detail = "<b class=\"clock late\">\(text)</b>"
        }
        return ThreadView.Knot(
            kind: .current, title: "<span class=\"here\">\(words[.nowWord])</span>", detail: detail)
    }

    private var toCome: [ThreadView.Knot] {
        var knots: [ThreadView.Knot] = []
        if let due = owed.face.due {
            if due > model.now {
                knots.append(ThreadView.Knot(kind: .next, title: "\(words[.dueNext, when(due)])"))
            }
        } else {
            knots.append(ThreadView.Knot(kind: .next, title: "\(words[.noDue])"))
        }
        let rungs = Rung.allCases.filter { rung in owed.nextRung.map { rung >= $0 } ?? false }
        for rung in rungs {
            let at = rung == owed.nextRung ? owed.nextRungAt : nil
            knots.append(
                ThreadView.Knot(
                    kind: rung == .dossier ? .last : .next, title: "\(label(rung))",
                    detail: at.map { "<span class=\"small muted\">\(words[.rungDue, when($0)])</span>" }))
        }
        return knots
    }

    private func when(_ instant: Instant) -> [String: String] {
        ["when": ShortMoment.text(instant, now: model.now)]
    }

    /// Whom the rung tells, in the words of the catalogue.
    private func label(_ rung: Rung) -> String {
        names.catalog.content.label(of: rung.word, in: "rungs") ?? rung.word
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
        let text = next == .reminder ? words[.remind] : words[.climb, ["rung": label(next)]]
        return form(
            .climb, hidden: [(BoardCaseRoutes.rungField, String(next.rawValue))],
            button: ActForm.Button(label: text))
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
        let options = names.catalog.content.codes["pause-reasons"]?.codes ?? []
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

extension Rung {
    /// The id of the rung in the list of the catalogue.
    var word: String {
        switch self {
        case .reminder: "reminder"
        case .supervisor: "supervisor"
        case .superior: "superior"
        case .secretariat: "secretariat"
        case .dossier: "dossier"
        }
    }
}
