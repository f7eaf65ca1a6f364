import Access
import Catalog
import HTML
import ReferralDomain
import Sealing

/// Draws the public check of receipts.
struct VerificationView {
    let model: VerificationModel
    let names: CatalogNames

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    private var words: Words<VerificationText> { Words(names.texts) }

    private var main: HTML {
        """
        <div class="narrow stack"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
        \(outcome)<form class="box" method="post" action="\(Page.plain(.verification).address)" \
        autocomplete="off"><div class="field"><label for="recibo">\(words[.label])</label>\
        <p class="hint" id="recibo-hint">\(words[.hint])</p>\
        <textarea id="recibo" name="\(VerificationRoutes.textField)" rows="4" maxlength="1000" \
        spellcheck="false" class="mono" aria-describedby="recibo-hint" required>\(model.typed)</textarea></div>\
        <p class="acts gap-top"><button class="wide">\(words[.check])</button></p></form>\
        <details class="box"><summary>\(words[.offlineTitle])</summary><p class="gap-top">\(words[.offline])</p>\
        <p class="mono small gap-top">\(model.publicKey)</p></details></div>
        """
    }

    private var outcome: HTML? {
        switch model.answer {
        case .notAsked: nil
        case .valid(let receipts): receipts.map(valid).joined()
        case .notValid: note(.notValidTitle, .notValid)
        case .limited: note(.limitedTitle, .limited)
        case .unreachable: note(.unreachableTitle, .unreachable)
        }
    }

    private func note(_ title: VerificationText, _ what: VerificationText) -> HTML {
        """
        <div class="note late" role="alert"><h2>\(words[title])</h2><p>\(words[what])</p></div>
        """
    }

    private func valid(_ checked: CheckedReceipt) -> HTML {
        let receipt = checked.receipt
        let instant = Instant(millisecondsSinceEpoch: receipt.statement.instantMilliseconds)
        let facts = FactsList([
            (words[.kind], "<b>\(ReceiptCard(receipt: receipt, names: names).kind)</b>"),
            (
                words[.when],
                """
                <time datetime="\(instant.machineText)">\(instant.dayText) \(instant.hourText)</time>
                """
            ),
            (words[.institution], "\(names.institution(receipt.statement.institution))"),
            (words[.shortCode], "<span class=\"code\">\(receipt.shortCode)</span>"),
        ])
        return """
            <section class="box" role="status" aria-labelledby="va"><h2 id="va">\
            \(StateMark(.done, words[.valid]).html(names.texts))</h2>\(facts.html)\
            <p class="hint">\(words[checked.standsInJournal ? .stands : .differs])</p></section>
            """
    }
}
