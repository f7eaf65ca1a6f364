import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws who acknowledged: masked, with a reason to be given, or open for one look.
struct SignerView {
    let model: ProofModel
    let names: CatalogNames

    /// How long it stays open, in seconds.
    static let shown = 300

    private var words: Words<ProofText> { Words(names.texts) }

    /// Nil where nobody has acknowledged yet.
    var html: HTML? {
        guard model.visit.referral.proof != nil else { return nil }
        return """
            <section class="box" aria-labelledby="quien"><h2 id="quien">\(words[.signer])</h2>\(content)</section>
            """
    }

    private var content: HTML {
        if case .signer(let signer) = model.outcome { return open(signer) }
        let reason = CodeChoice(
            name: ActField.reason.rawValue, label: names.title(of: RevealForm.list),
            options: names.options(of: RevealForm.list))
        let form = ActForm(
            action: .caseAcknowledgement(model.visit.caseID, model.visit.referral.id),
            token: model.head.formToken, act: ProofAct.signer.rawValue,
            fields: reason.html(names.texts, id: "signer-reason"),
            button: .init(label: names.texts[PersonText.revealButton], style: .quiet))
        return """
            <p class="hint">\(words[.signerHint])</p>\
            <details><summary>\(names.texts[PersonText.reveal])</summary>\(form.html)</details>
            """
    }

    private func open(_ signer: RevealedSigner) -> HTML {
        func covered(_ text: String) -> HTML { "<b data-cover=\"\(Self.shown)\">\(text)</b>" }
        var facts: [(label: String, value: HTML)] = [
            (words[.name], covered(signer.card.name)), (words[.post], covered(signer.card.post)),
            (words[.institution], covered(signer.card.institution)),
        ]
        if let document = signer.card.document { facts.append((words[.document], covered(document))) }
        let reveal = Words<RevealText>(names.texts)
        let watermark = reveal[
            .watermark,
            [
                "account": model.visit.visitor.acting.account.text, "day": model.now.dayText,
                "hour": model.now.hourText, "leaf": String(signer.leaf),
            ]]
        return """
            \(FactsList(facts).html)<p class="small muted">\(watermark)</p><p class="note">\(reveal[.hint])</p>
            """
    }
}
