import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the answers that stand open: the plain one as a button, the others folded with what they need.
struct InboxAnswers {
    let model: InboxReferralModel
    let names: CatalogNames

    var html: HTML? {
        guard !model.verbs.isEmpty else { return nil }
        return "<div class=\"acts gap-top\">\(plain)</div><div class=\"verbs gap-top\">\(folded)</div>"
    }

    private var words: Words<InboxReferralText> { Words(names.texts) }
    private var page: Page { .inboxReferral(model.visit.caseID, model.referral.id) }

    private func has(_ verb: ReferralWord) -> Bool { model.verbs.contains(verb) }

    private var plain: [HTML] {
        var buttons: [HTML] = []
        if has(.acknowledge) {
            buttons.append(button(.acknowledge, .acknowledge))
            buttons.append(button(.acknowledgeAndAccept, .acknowledgeAccept, .quiet))
        }
        if has(.accept) { buttons.append(button(.accept, .accept)) }
        if has(.resume) { buttons.append(button(.resume, .resume)) }
        return buttons
    }

    private func button(
        _ act: InboxAct, _ label: InboxReferralText, _ style: ActForm.Button.Style = .filled
    ) -> HTML {
        ActForm(
            action: page, token: model.head.formToken, act: act.rawValue,
            button: .init(label: words[label], style: style)
        ).html
    }

    private var folded: [HTML] {
        var parts: [HTML] = []
        if has(.receiveCustody) { parts.append(custody) }
        if has(.reject) { parts.append(reject) }
        if has(.hold) { parts.append(hold) }
        return parts
    }

    private var custody: HTML {
        let field = TextField(
            name: InboxForm.postField, label: words[.post], value: model.form?.post ?? "",
            hint: words[.postHint], problem: problem(InboxForm.postField), most: 20, isShort: true)
        return details(.custody, .custodyTake, .custodyHint, field.html(id: "post"), opens: .filled)
    }

    private var reject: HTML {
        let reason = CodeChoice(
            name: InboxForm.reasonField, label: words[.reason], options: options("rejection-reasons"),
            chosen: model.form?.reason, style: .radios)
        let suggested = CodeChoice(
            name: InboxForm.suggestedField, label: words[.suggested], options: bodies,
            chosen: model.form?.suggested, hint: words[.suggestedHint], isRequired: false)
        let fields: HTML = """
            \(reason.html(names.texts, id: "reason"))\(suggested.html(names.texts, id: "suggested"))
            """
        return details(.reject, .notMine, .notMineHint, fields, opens: .quiet)
    }

    private var hold: HTML {
        let reason = CodeChoice(
            name: InboxForm.reasonField, label: words[.reason], options: options("hold-reasons"),
            chosen: model.form?.reason)
        let day = TextField(
            name: InboxForm.dayField, label: words[.review], value: model.form?.day ?? "",
            hint: names.texts[DeskText.dayHint], problem: problem(InboxForm.dayField), most: 10,
            isShort: true,
            isNumeric: true)
        let fields: HTML = "\(reason.html(names.texts, id: "hold"))\(day.html(id: "hold-day"))"
        return details(.hold, .hold, .holdHint, fields, opens: .quiet)
    }

    private func details(
        _ act: InboxAct, _ label: InboxReferralText, _ hint: InboxReferralText, _ fields: HTML,
        opens style: ActForm.Button.Style
    ) -> HTML {
        let form = ActForm(
            action: page, token: model.head.formToken, act: act.rawValue,
            fields: "\(fields)<p class=\"hint gap-top\">\(words[hint])</p>",
            button: .init(label: words[send(act)], style: style))
        // What was wrong is mended where it was typed.
        let isOpen = model.form?.act == act
        return """
            <details\(Attribute("open", when: isOpen))><summary>\(words[label])</summary>\(form.html)</details>
            """
    }

    private func send(_ act: InboxAct) -> InboxReferralText {
        switch act {
        case .reject: .rejectSend
        case .hold: .holdSend
        case .custody: .custodySend
        case .acknowledge, .acknowledgeAndAccept, .accept, .resume, .review, .record, .confirmStop: .confirm
        }
    }

    private func problem(_ field: String) -> String? { model.problems[field].map { words[$0] } }

    private func options(_ list: String) -> [CodeChoice.Option] {
        (names.catalog.content.codes[.init(list)]?.codes ?? []).map { .init(id: $0.id, label: $0.label) }
    }

    /// Every body but the own one, by name; none is left out, since a gap would tell something.
    private var bodies: [CodeChoice.Option] {
        names.catalog.content.institutions
            .filter { $0.id.text != model.referral.draft.institution }
            .map { CodeChoice.Option(id: $0.id.text, label: $0.shortName) }
            .sorted { $0.label < $1.label }
    }
}
