import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws one phone of the directory: what is in force, what came of calls, and the forms.
struct ContactCareView {
    let model: ContactCareModel
    let head: StaffHead
    let texts: Texts
    var attempt: ContactCareAttempt?

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<DirectoryCareText> { Words(texts) }
    private var parts: ContactParts { ContactParts(texts: texts, now: model.now) }

    private var main: HTML {
        """
        <div class="wrap"><p class="crumb"><a href="\(Page.plain(.directoryCare).address)">\(words[.crumb])</a></p>\
        <div class="page-head"><div><h1>\(model.line.institution)</h1><p class="lead">\(model.line.label)</p></div>\
        </div>\(problem)\(facts)<div class="cols half gap-top">\(callForm)\(changeForm)</div>\
        <div class="stack gap-top">\(changes)\(calls)</div></div>
        """
    }

    private var problem: HTML? {
        guard let attempt else { return nil }
        let text =
            switch attempt.problem {
            case .outcomeMissing, .reasonMissing: words[.chooseOne]
            case .numberWrong: words[.numberWrong]
            case .extensionWrong: words[.extensionWrong]
            case .refused(.secondFactorOld): words[.secondFactor]
            case .refused(.overtaken): words[.overtaken]
            case .refused(.samePerson): words[.samePerson]
            case .refused(.notYours), .refused(.fault): words[.fault]
            }
        return """
            <div class="note late" role="alert"><h2>\(words[.notDone])</h2><p>\(text)</p></div>
            """
    }

    private var facts: HTML {
        let number = NumberView(card: model.line.card, texts: texts).html
        var facts: [(label: String, value: HTML)] = [
            (words[.inForce], "<b><a href=\"\(model.line.card.address)\">\(number)</a></b>"),
            (words[.state], parts.standing(of: model.line)),
            (words[.hours], "\(texts[hours])"),
        ]
        if let published = model.published {
            facts.insert((words[.published], NumberView(card: published, texts: texts).html), at: 1)
        }
        return "<div class=\"box\">\(FactsList(facts).html)</div>"
    }

    private var hours: DirectoryText {
        switch model.hours {
        case .always: .always
        case .office: .office
        case .unknown: .unknownHours
        }
    }

    private var callForm: HTML {
        let outcome = CodeChoice(
            name: DirectoryCareRoutes.outcomeField, label: words[.outcome],
            options: ContactCall.Outcome.allCases.map {
                CodeChoice.Option(id: $0.rawValue, label: words[DirectoryCareText.outcome($0)])
            }, chosen: attempt?.outcome, style: .radios)
        let form = form(
            .call, hidden: [(DirectoryCareRoutes.idField, model.nextCall.text)],
            fields: outcome.html(texts, id: "outcome"),
            button: ActForm.Button(label: words[.callSubmit]))
        return """
            <section class="box"><h2>\(words[.callTitle])</h2><p class="hint">\(words[.callHint])</p>\(form)</section>
            """
    }

    private var changeForm: HTML {
        let number = TextField(
            name: DirectoryCareRoutes.numberField, label: words[.newNumber], value: attempt?.number ?? "",
            problem: attempt?.problem == .numberWrong ? words[.numberWrong] : nil, most: 20,
            isNumeric: true)
        let inner = TextField(
            name: DirectoryCareRoutes.extensionField, label: words[.newExtension],
            value: attempt?.inner ?? "",
            problem: attempt?.problem == .extensionWrong ? words[.extensionWrong] : nil, most: 8,
            isRequired: false, isShort: true, isNumeric: true)
        let reason = CodeChoice(
            name: DirectoryCareRoutes.reasonField, label: words[.reason],
            options: NumberChange.Reason.allCases.map {
                CodeChoice.Option(id: $0.rawValue, label: words[DirectoryCareText.reason($0)])
            }, chosen: attempt?.reason)
        let fields =
            number.html(id: "number") + (model.kind == .fixed ? inner.html(id: "extension") : HTML())
            + reason.html(texts, id: "reason")
        let form = form(
            .change, seen: model.note.nextVersion - 1,
            hidden: [(DirectoryCareRoutes.idField, model.nextChange.text)], fields: fields,
            button: ActForm.Button(label: words[.changeSubmit], style: .quiet))
        return """
            <section class="box"><h2>\(words[.changeTitle])</h2><p class="hint">\(words[.changeHint])</p>\(form)\
            </section>
            """
    }

    private var changes: HTML {
        guard !model.note.changes.isEmpty else {
            return "<section class=\"box\"><h2>\(words[.changes])</h2><p>\(words[.changesNone])</p></section>"
        }
        let rows: [[HTML?]] = model.note.changes.map { change in
            [
                "\(change.version)", "\(parts.standing(of: change))\(confirm(change))",
                "\(change.value)\(change.extension.map { " / " + $0 } ?? "")",
                "\(words[DirectoryCareText.reason(change.reason)])", "\(change.made.actor.text)",
                "\(ShortMoment.text(change.made.instant, now: model.now))",
            ]
        }
        return DataTable(
            id: "changes", caption: words[.changes],
            columns: [
                .init(words[.version], .head), .init(words[.standing]), .init(words[.number], .nowrap),
                .init(words[.reason]), .init(words[.by]), .init(words[.when], .number),
            ], rows: rows
        ).html
    }

    /// The second person may confirm the change that is in force; the first one is told to wait for another.
    private func confirm(_ change: NumberChange) -> HTML? {
        guard change.confirmed == nil, change.id == model.note.inForce?.id else { return nil }
        guard change.made.actor != model.viewer else {
            return "<br><span class=\"small muted\">\(words[.confirmOther])</span>"
        }
        return form(
            .confirm, hidden: [(DirectoryCareRoutes.idField, change.id.text)],
            button: ActForm.Button(label: words[.confirm]))
    }

    private var calls: HTML {
        guard !model.note.calls.isEmpty else {
            return "<section class=\"box\"><h2>\(words[.calls])</h2><p>\(words[.callsNone])</p></section>"
        }
        let rows: [[HTML?]] = model.note.calls.prefix(ContactCareModel.shownCalls).map { call in
            let kind: StateMark.Kind =
                call.outcome == .answered ? .done : call.outcome.condemns ? .late : .soon
            return [
                "\(ShortMoment.text(call.at, now: model.now))",
                StateMark(kind, words[DirectoryCareText.outcome(call.outcome)]).html(texts),
                "\(call.by.text)",
            ]
        }
        return DataTable(
            id: "calls", caption: words[.calls],
            columns: [.init(words[.when], .head), .init(words[.outcome]), .init(words[.by])], rows: rows
        ).html
    }

    private func form(
        _ act: DirectoryCareRoutes.Act, seen: Int? = nil, hidden: [(name: String, value: String)],
        fields: HTML? = nil, button: ActForm.Button
    ) -> HTML {
        ActForm(
            action: .plain(.directoryCare), token: head.formToken, act: act.rawValue, seen: seen,
            hidden: [(DirectoryCareRoutes.contactField, model.line.id)] + hidden, fields: fields,
            button: button
        ).html
    }
}
