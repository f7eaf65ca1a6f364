import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain

/// Draws the three ways in which a body without accounts can say that it has a case.
struct ProofView {
    let model: ProofModel
    let names: CatalogNames

    var document: Document {
        Document(
            title: words[.title, ["code": model.visit.reference.text]], frame: .staff(model.head), main: main)
    }

    var status: HTTPResponse.Status {
        switch model.outcome {
        case .nothing, .link, .code, .signer: .ok
        case .locked(let fault): VaultNote.status(of: fault)
        case .failed(.desk(let failure), _): OutcomeNote(failure: failure, names: names).status
        case .failed(.noKey, _): .serviceUnavailable
        case .failed: .unprocessableContent
        }
    }

    private var words: Words<ProofText> { Words(names.texts) }
    private var page: Page { .caseAcknowledgement(model.visit.caseID, model.visit.referral.id) }
    private var body: String { names.institution(model.visit.referral.draft.institution) }

    private var main: HTML {
        """
        <div class="narrow stack"><p class="crumb"><a href="\(Page.caseFile(model.visit.caseID).address)">\
        \(words[.back])</a></p>\(failure)<div><h1>\(words[.title, ["code": model.visit.reference.text]])</h1>\
        <p class="lead">\(words[.lead, ["body": body]])</p></div>\(ways)</div>
        """
    }

    private var ways: HTML {
        guard model.visit.isAwaited else {
            let said: HTML? = model.visit.referral.proof == nil ? nil : "<p>\(words[.already])</p>"
            return """
                <div class="note" role="status">\(said)\
                \(HopsView(referral: model.visit.referral, catalog: names.catalog).html)</div>\
                \(SignerView(model: model, names: names).html)\(receipts)
                """
        }
        return "\(phone)\(link)\(paper)\(receipts)"
    }

    /// What was signed of this referral, the newest open: a body without accounts takes it along.
    private var receipts: HTML? {
        guard !model.receipts.isEmpty else { return nil }
        let card = Words<ReceiptCardText>(names.texts)
        let cards: [HTML] = model.receipts.enumerated().reversed().map { place, receipt in
            let isNewest = place == model.receipts.count - 1 && !model.visit.isAwaited
            return ReceiptCard(receipt: receipt, names: names, isOpen: isNewest).html
        }
        return """
            <section class="box" id="recibos" aria-labelledby="rc"><h2 id="rc">\(card[.title])</h2>\
            <p class="hint">\(card[.hint])</p>\(cards)</section>
            """
    }

    private var failure: HTML? {
        if case .locked(let fault) = model.outcome { return VaultNote(fault: fault, names: names).html }
        guard case .failed(let failure, _) = model.outcome else { return nil }
        let text: String
        switch failure {
        case .desk(let failure): return OutcomeNote(failure: failure, names: names).html
        case .wrongCode(let left): text = words[.wrong, ["left": String(left)]]
        case .noCode, .unknown: text = words[.noCode]
        case .unsigned: text = words[.unsigned]
        case .noKey: text = words[.noKey]
        }
        return """
            <div class="note late" role="alert"><h2>\(names.texts[DeskText.refusedTitle])</h2>\
            <p>\(text)</p><p>\(names.texts[DeskText.kept])</p></div>
            """
    }

    private var phone: HTML {
        let issue = ActForm(
            action: page, token: model.head.formToken, act: ProofAct.call.rawValue,
            button: .init(label: words[.phoneIssue], style: isTelling ? .quiet : .filled))
        let typed = TextField(
            name: ProofForm.typedField, label: words[.typed], hint: words[.typedHint], most: 8, isShort: true,
            isNumeric: true)
        let record = ActForm(
            action: page, token: model.head.formToken, act: ProofAct.spoken.rawValue,
            fields: "\(typed.html(id: "cifras"))\(who("t", .spoken))",
            button: .init(label: words[.phoneSend], style: isTelling ? .filled : .quiet))
        return """
            <section class="box" aria-labelledby="ph"><h2 id="ph">\(words[.phoneTitle])</h2>\
            <p>\(words[.phoneLead])</p>\(code)<div class="gap-top">\(issue.html)</div>\
            <div class="gap-top">\(record.html)</div></section>
            """
    }

    /// Whether a code for the call stands on the page, or was typed from it.
    private var isTelling: Bool {
        switch model.outcome {
        case .code, .failed(_, .spoken): true
        case .nothing, .link, .failed, .signer, .locked: false
        }
    }

    private var code: HTML? {
        guard case .code(let digits) = model.outcome else { return nil }
        return """
            <div class="note gap-top" role="status"><p class="label">\(words[.phoneCode])</p>\
            <p class="digits-desk">\(Self.spaced(digits))</p><p class="hint">\(words[.phoneLife])</p></div>
            """
    }

    private var link: HTML {
        let issue = ActForm(
            action: page, token: model.head.formToken, act: ProofAct.link.rawValue,
            button: .init(label: words[.linkIssue], style: .quiet))
        return """
            <section class="box" aria-labelledby="li"><h2 id="li">\(words[.linkTitle])</h2>\
            <p>\(words[.linkLead])</p>\(ready)<div class="gap-top">\(issue.html)</div></section>
            """
    }

    private var ready: HTML? {
        guard case .link(let address, let digits) = model.outcome else { return nil }
        let notice = words[
            .linkText,
            ["code": model.visit.reference.text, "link": address, "digits": Self.spaced(digits)]]
        return """
            <div class="note gap-top" role="status"><h3>\(words[.linkReady])</h3>\
            <p class="mono">\(notice)</p><p class="hint">\(words[.linkLife])</p>\
            <p class="gap-top"><button class="quiet tight" type="button" data-copy="\(notice)" hidden>\
            \(words[.copy])</button></p></div>
            """
    }

    private var paper: HTML {
        let document = TextField(
            name: ProofForm.documentField, label: words[.document],
            value: typed(.paper)?.document ?? "", hint: words[.documentHint])
        let record = ActForm(
            action: page, token: model.head.formToken, act: ProofAct.paper.rawValue,
            fields: "\(document.html(id: "documento"))\(who("p", .paper))",
            button: .init(label: words[.paperSend], style: .quiet))
        return """
            <section class="box" aria-labelledby="pa"><h2 id="pa">\(words[.paperTitle])</h2>\
            <p>\(words[.paperLead])</p><div class="gap-top">\(record.html)</div></section>
            """
    }

    private func who(_ prefix: String, _ act: ProofAct) -> HTML {
        let form = typed(act)
        let fields: [(String, ProofText, String)] = [
            (ProofForm.nameField, .name, form?.name ?? ""), (ProofForm.postField, .post, form?.post ?? ""),
            (ProofForm.institutionField, .institution, form?.institution ?? body),
        ]
        return fields.map { name, label, value in
            TextField(name: name, label: words[label], value: value, most: SignerCard.longest)
                .html(id: "\(prefix)-\(name)")
        }.joined()
    }

    /// What was typed in the last try of this form.
    private func typed(_ act: ProofAct) -> ProofForm? {
        if case .failed(_, act) = model.outcome { return model.form }
        return nil
    }

    /// `123 456`: easier to read out.
    private static func spaced(_ digits: String) -> String { "\(digits.prefix(3)) \(digits.dropFirst(3))" }
}
