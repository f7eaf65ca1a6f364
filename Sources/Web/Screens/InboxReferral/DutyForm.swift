import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the form that records a duty as done, and the page on which it is checked.
struct DutyForm {
    let model: InboxReferralModel
    let names: CatalogNames

    private var words: Words<InboxReferralText> { Words(names.texts) }
    private var page: Page { .inboxReferral(model.visit.caseID, model.referral.id) }

    var html: HTML {
        let form = ActForm(
            action: page, token: model.head.formToken, act: InboxAct.review.rawValue, fields: fields,
            button: .init(
                label: words[.reviewSend], style: model.verbs.contains(.complete) ? .filled : .quiet))
        return """
            <section class="box" id="registrar" aria-labelledby="re"><h2 id="re">\(words[.record])</h2>\
            \(form.html)</section>
            """
    }

    private var fields: HTML {
        let now = model.now
        let typed = model.form
        let isTyped = typed?.duty.isEmpty == false
        let duty = CodeChoice(
            name: InboxForm.dutyField, label: words[.duty],
            options: model.recordable.map { .init(id: $0.id, label: title(of: $0)) },
            chosen: isTyped ? typed?.duty : model.recordable.first?.id)
        let day = field(
            InboxForm.dayField, .doneDay, isTyped ? typed?.day : now.dayText, names.texts[DeskText.dayHint])
        let hour = field(
            InboxForm.hourField, .doneHour, isTyped ? typed?.hour : now.hourText,
            names.texts[DeskText.hourHint])
        let document = TextField(
            name: InboxForm.documentField, label: words[.document], value: typed?.document ?? "",
            hint: words[.documentHint], problem: problem(InboxForm.documentField))
        let documentDay = field(
            InboxForm.documentDayField, .documentDay, typed?.documentDay, words[.documentDayHint])
        return """
            \(duty.html(names.texts, id: "duty"))<div class="pair">\(day.html(id: "done-day"))\
            \(hour.html(id: "done-hour"))</div><div class="pair">\(document.html(id: "document"))\
            \(documentDay.html(id: "document-day"))</div>
            """
    }

    private func field(
        _ name: String, _ label: InboxReferralText, _ value: String?, _ hint: String
    ) -> TextField {
        TextField(
            name: name, label: words[label], value: value ?? "", hint: hint, problem: problem(name), most: 10,
            isRequired: name != InboxForm.documentDayField, isShort: true)
    }

    private func problem(_ field: String) -> String? { model.problems[field].map { words[$0] } }

    /// The page on which the answers are shown once more.
    func check(_ duty: DeclaredDuty, _ form: InboxForm) -> HTML {
        let facts = FactsList([
            (words[.code], "<span class=\"code\">\(model.visit.reference.text)</span>"),
            (words[.duty], "<b>\(title(of: duty.what))</b>"),
            (words[.done], "\(duty.at.dayText) \(duty.at.hourText)"),
            (words[.document], "\(duty.evidence.document)"),
            (words[.documentDay], "\(duty.evidence.day.text)"),
        ])
        let act = ActForm(
            action: page, token: model.head.formToken, act: InboxAct.record.rawValue,
            hidden: [
                (InboxForm.dutyField, form.duty), (InboxForm.dayField, form.day),
                (InboxForm.hourField, form.hour), (InboxForm.documentField, form.document),
                (InboxForm.documentDayField, form.documentDay),
            ], button: .init(label: words[.confirm]))
        return """
            <section class="box narrow" aria-labelledby="ck"><h1 class="h2" id="ck">\(words[.check])</h1>\
            <p class="hint">\(words[.checkHint])</p>\(facts.html)<div class="acts gap-top">\(act.html)\
            <a class="btn quiet" href="\(page.address)">\(words[.cancel])</a></div></section>
            """
    }

    /// Where the case has several persons, whom it is about.
    private func about(_ person: PersonID, _ what: String) -> String {
        guard model.visit.state.people.count > 1 else { return what }
        return "\(model.visit.name(of: person, names)). \(what)"
    }

    private func title(of duty: RecordableDuty) -> String {
        switch duty.what {
        case .referral: names.step(model.referral.draft.step)
        case .duty(let duty, let person): about(person, names.duty(duty))
        case .monitoring(let month, let person):
            about(person, words[.month, ["what": names.kind(.monitor), "month": String(month)]])
        }
    }
}
