import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the times of one kind of debt: what is in force beside the catalogue, and the change by two people.
struct LadderCareView {
    let row: LadderModel.Row
    /// Whom each rung tells.
    let rungs: [String]
    let head: StaffHead
    let texts: Texts
    let now: Instant
    /// Who looks: nobody approves what they proposed.
    let viewer: ActorID
    /// The id that the next change will have.
    let next: RecordID<LadderChange>
    var attempt: LadderAttempt?

    var document: Document { Document(title: row.duty, frame: .staff(head), main: main) }

    private var words: Words<LadderText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><p class="crumb"><a href="\(Page.plain(.ladder).address)">\(words[.title])</a></p>\
        <div class="page-head"><div><h1>\(row.duty)</h1><p class="lead">\(words[.notLaw])</p></div></div>\
        \(problem)\(times)<div class="cols half gap-top">\(changeForm)\(resetForm)</div>\
        <div class="gap-top">\(changes)</div></div>
        """
    }

    private var problem: HTML? {
        guard let attempt else { return nil }
        let text =
            switch attempt.problem {
            case .timesWrong: words[.timesWrong]
            case .reasonMissing: words[.reasonMissing]
            case .refused(.secondFactorOld): words[.secondFactor]
            case .refused(.overtaken): words[.overtaken]
            case .refused(.samePerson): words[.samePerson]
            case .refused(.notYours), .refused(.fault): words[.fault]
            }
        return "<div class=\"note late\" role=\"alert\"><h2>\(words[.notDone])</h2><p>\(text)</p></div>"
    }

    private var times: HTML {
        let goal: [HTML?] = [
            "\(words[.goal])", "\(length(row.now.goal))", "\(length(row.published.goal))",
        ]
        let rows: [[HTML?]] = rungs.enumerated().map { number, label in
            func at(_ times: LadderModel.Times) -> HTML? {
                times.delays.indices.contains(number) ? "\(length(times.delays[number]))" : nil
            }
            return ["\(number + 1). \(label)", at(row.now), at(row.published)]
        }
        return DataTable(
            id: "times", caption: words[.times], hint: words[.captionHint],
            columns: [
                .init(words[.what], .head), .init(words[.inForce], .number),
                .init(words[.published], .number),
            ], rows: [goal] + rows
        ).html
    }

    private func length(_ milliseconds: Int64?) -> String {
        guard let milliseconds else { return words[.byRule] }
        return milliseconds == 0 ? words[.atOnce] : TypedLength.text(milliseconds)
    }

    private var changeForm: HTML {
        let goal = row.published.goal.map { _ in
            TextField(
                name: LadderField.goal, label: words[.goal],
                value: attempt?.goal ?? TypedLength.text(row.now.goal ?? 0), most: LadderField.longest,
                isShort: true
            ).html(id: "goal")
        }
        let fields: [HTML] = Rung.allCases.enumerated().map { number, rung in
            let stands = row.now.delays.indices.contains(number) ? row.now.delays[number] : 0
            return TextField(
                name: LadderField.rung(rung), label: "\(number + 1). \(rungs[number])",
                value: attempt?.rungs[number] ?? TypedLength.text(stands), most: LadderField.longest,
                isShort: true
            ).html(id: "rung-\(number + 1)")
        }
        let form = form(
            .change, id: next, fields: "\(goal)\(fields)\(reason("reason"))",
            button: ActForm.Button(label: words[.changeSubmit]))
        return """
            <section class="box"><h2>\(words[.changeTitle])</h2><p class="hint">\(words[.changeHint])</p>\(form)\
            </section>
            """
    }

    /// Only where something is in force that the catalogue does not say.
    private var resetForm: HTML? {
        guard row.now != row.published else { return nil }
        let form = form(
            .reset, id: next, fields: reason("reset-reason"),
            button: ActForm.Button(label: words[.resetSubmit], style: .quiet))
        return """
            <section class="box"><h2>\(words[.resetTitle])</h2><p class="hint">\(words[.resetHint])</p>\(form)\
            </section>
            """
    }

    private func reason(_ id: String) -> HTML {
        CodeChoice(
            name: LadderField.reason, label: words[.reason],
            options: LadderChange.Reason.allCases.map {
                CodeChoice.Option(id: $0.rawValue, label: words[LadderText.reason($0)])
            }, chosen: attempt?.reason
        ).html(texts, id: id)
    }

    private var changes: HTML {
        guard !row.changes.isEmpty else {
            return "<section class=\"box\"><h2>\(words[.changes])</h2><p>\(words[.changesNone])</p></section>"
        }
        let rows: [[HTML?]] = row.changes.map { change in
            [
                "\(change.version)", standing(change), "\(said(change))",
                "\(words[LadderText.reason(change.reason)])", "\(change.made.actor.text)",
                "\(ShortMoment.text(change.made.instant, now: now))",
            ]
        }
        return DataTable(
            id: "changes", caption: words[.changes],
            columns: [
                .init(words[.version], .head), .init(words[.second]), .init(words[.times]),
                .init(words[.reason]), .init(words[.by]), .init(words[.when], .number),
            ], rows: rows
        ).html
    }

    private func said(_ change: LadderChange) -> String {
        guard let times = change.times else { return words[.toCatalog] }
        let goal = times.goal.map { "\(words[.goal]): \(length($0)). " } ?? ""
        return goal + times.rungs.map(length).joined(separator: " · ")
    }

    /// The second person may approve the newest proposal; the first one is told to wait for another.
    private func standing(_ change: LadderChange) -> HTML {
        if let approved = change.approved {
            return StateMark(.done, words[.approvedBy, ["account": approved.actor.text]]).html(texts)
        }
        guard change.id == row.waiting?.id else {
            return StateMark(.paused, words[.replaced]).html(texts)
        }
        let mark = StateMark(.open, words[.waiting]).html(texts)
        guard change.made.actor != viewer else {
            return "\(mark)<br><span class=\"small muted\">\(words[.approveOther])</span>"
        }
        return "\(mark)\(form(.approve, id: change.id, button: ActForm.Button(label: words[.approve])))"
    }

    private func form(
        _ act: LadderRoutes.Act, id: RecordID<LadderChange>, fields: HTML? = nil, button: ActForm.Button
    ) -> HTML {
        ActForm(
            action: .plain(.ladder), token: head.formToken, act: act.rawValue,
            seen: act == .approve ? nil : row.version,
            hidden: [(LadderField.kind, row.kind.rawValue), (LadderField.id, id.text)], fields: fields,
            button: button
        ).html
    }
}
