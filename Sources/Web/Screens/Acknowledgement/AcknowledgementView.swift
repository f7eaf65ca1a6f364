import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain
import Sealing

/// Draws the page of a one-time link.
struct AcknowledgementView {
    let model: AcknowledgementModel
    let names: CatalogNames
    let now: Instant

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    var status: HTTPResponse.Status {
        switch model {
        case .ask, .stands: .ok
        case .form(_, _, let problems): problems.isEmpty ? .ok : .unprocessableContent
        case .unknown: .notFound
        case .limited: .tooManyRequests
        case .fault: .serviceUnavailable
        }
    }

    private var words: Words<AcknowledgementText> { Words(names.texts) }

    private var main: HTML {
        "<div class=\"narrow stack\" data-now=\"\(now.millisecondsSinceEpoch)\">\(content)</div>"
    }

    private var content: HTML {
        switch model {
        case .ask:
            return "<h1>\(words[.title])</h1><p class=\"lead\">\(words[.askLead])</p>\(askForm)\(byPhone)"
        case .form(let about, let form, let problems):
            return "\(head(about))\(thread(about))\(missing(problems))\(answerForm(about, form))\(byPhone)"
        case .stands(let about, let receipts): return stands(about, receipts)
        case .unknown: return note(.unknownTitle, .unknownWhat) + askForm + byPhone
        case .limited: return note(.limitedTitle, .limitedWhat) + byPhone
        case .fault: return note(.faultTitle, .faultWhat) + byPhone
        }
    }

    private func note(_ title: AcknowledgementText, _ what: AcknowledgementText) -> HTML {
        """
        <h1>\(words[.title])</h1><div class="note late" role="alert"><h2>\(words[title])</h2>\
        <p>\(words[what])</p></div>
        """
    }

    private var askForm: HTML {
        """
        <form class="box" method="post" action="\(page)" autocomplete="off">\
        <div class="field"><label for="clave">\(words[.secret])</label>\
        <p class="hint" id="clave-hint">\(words[.secretHint])</p>\
        <input id="clave" type="text" name="\(AcknowledgementForm.secretField)" maxlength="300" \
        autocapitalize="none" spellcheck="false" aria-describedby="clave-hint" required data-fragment></div>\
        <p class="acts gap-top"><button class="wide">\(words[.open])</button>\
        </p></form>
        """
    }

    private var byPhone: HTML {
        """
        <details class="box"><summary>\(words[.phoneTitle])</summary><p class="gap-top">\(words[.phone])</p>\
        </details>
        """
    }

    private func head(_ about: AcknowledgementModel.About) -> HTML {
        let until = about.answerBy.map { words[.until, ["day": $0.dayText, "hour": $0.hourText]] }
        let values = ["asker": about.asker, "step": names.step(about.referral.draft.step)]
        return """
            <div><p class="muted">\(words[.referral]) <span class="code">\(about.code)</span>\
            \(until.map { " · " + $0 } ?? "")</p><h1>\(words[.title])</h1>\
            <p class="lead gap-top">\(words[.asks, values])</p><p>\(words[.once])</p></div>
            """
    }

    private func thread(_ about: AcknowledgementModel.About) -> HTML {
        let clock = ClockFace(start: about.sentAt, due: about.answerBy, now: now)
        let waiting: HTML = """
            <span class="here">\(words[.waiting])</span> \(StateMark(clock.state).html(names.texts)) \
            \(clock.due == nil ? nil : ClockText(face: clock, texts: names.texts).html)
            """
        let sent: HTML = "\(words[.sent]) <time>\(about.sentAt.hourText)</time>"
        return ThreadView(knots: [
            .init(kind: .done, title: sent), .init(kind: .current, title: waiting),
            .init(kind: .last, title: "\(words[.duty])"),
        ]).html
    }

    private func missing(_ problems: [AcknowledgementText]) -> HTML? {
        guard !problems.isEmpty else { return nil }
        let lines: [HTML] = problems.map { "<li>\(words[$0])</li>" }
        return """
            <div class="note late" role="alert"><h2>\(words[.missing])</h2><ul>\(lines)</ul>\
            <p>\(names.texts[DeskText.kept])</p></div>
            """
    }

    private func answerForm(_ about: AcknowledgementModel.About, _ form: AcknowledgementForm) -> HTML {
        let named = form.institution.isEmpty && !form.isAnswer
        let institution = named ? names.institution(about.referral.draft.institution) : form.institution
        func field(_ name: String, _ label: AcknowledgementText, _ value: String, id: String) -> HTML {
            TextField(name: name, label: words[label], value: value, most: 80).html(id: id)
        }
        let answers = CodeChoice(
            name: AcknowledgementForm.choiceField, label: words[.answer], options: options,
            chosen: form.choice.isEmpty ? AcknowledgementForm.attend : form.choice, style: .radios)
        let suggested = CodeChoice(
            name: AcknowledgementForm.suggestedField, label: words[.suggested], options: bodies(about),
            chosen: form.suggested, hint: words[.suggestedHint], isRequired: false)
        return """
            <form class="box" method="post" action="\(page)" autocomplete="off">\
            \(ActForm.hidden(AcknowledgementForm.secretField, form.secret))\
            \(ActForm.hidden(AcknowledgementForm.stepField, AcknowledgementForm.answering))\
            \(field(AcknowledgementForm.nameField, .name, form.name, id: "nombre"))\
            \(field(AcknowledgementForm.postField, .post, form.post, id: "cargo"))\
            \(field(AcknowledgementForm.institutionField, .institution, institution, id: "entidad"))\
            \(answers.html(names.texts, id: "respuesta"))\(suggested.html(names.texts, id: "sugerida"))\
            <p class="acts gap-top"><button class="wide">\(words[.sign])</button></p>\
            <p class="hint gap-top">\(words[.written])</p></form>
            """
    }

    private var options: [CodeChoice.Option] {
        let reasons = AcknowledgementForm.reasons.map { code in
            let label = names.catalog.content.label(of: code, in: "rejection-reasons") ?? code
            return CodeChoice.Option(id: code, label: words[.no, ["reason": label]])
        }
        return [.init(id: AcknowledgementForm.attend, label: words[.attend])] + reasons
    }

    private func bodies(_ about: AcknowledgementModel.About) -> [CodeChoice.Option] {
        names.catalog.content.institutions
            .filter { $0.id.text != about.referral.draft.institution }
            .map { CodeChoice.Option(id: $0.id.text, label: $0.shortName) }
            .sorted { $0.label < $1.label }
    }

    private func stands(_ about: AcknowledgementModel.About, _ receipts: [SignedReceipt]) -> HTML {
        let cards: [HTML] = receipts.map { ReceiptCard(receipt: $0, names: names).html }
        let state =
            names.catalog.content.label(of: about.referral.state.rawValue, in: "referral-states")
            ?? about.referral.state.rawValue
        let entered = about.referral.hops.last?.moment.registered
        let isAttended = [.accepted, .custodyReceived, .done].contains(about.referral.state)
        let mark = StateMark(isAttended ? .done : .open, state).html(names.texts)
        return """
            <h1>\(words[.title])</h1><section class="box" role="status" aria-labelledby="ok">\
            <h2 id="ok">\(mark) \(entered.map { "<time>\($0.hourText)</time>" as HTML })</h2>\
            \(FactsList(facts(about)).html)</section>\(cards)<p class="hint">\(words[.usedHint])</p>
            """
    }

    private func facts(_ about: AcknowledgementModel.About) -> [(label: String, value: HTML)] {
        let next =
            names.catalog.content.codes[.init("referral-states")]?.code(about.referral.state.rawValue)?.next
        return [
            (words[.caseLabel], "<span class=\"code\">\(about.code)</span>"),
            (words[.next], "\(next ?? "")"),
        ]
    }

    private var page: Address { Page.plain(.acknowledgement).address }
}
