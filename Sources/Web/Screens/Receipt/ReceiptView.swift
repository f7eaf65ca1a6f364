import Catalog
import HTML
import ReferralDomain

/// Draws the page that says whether a report has arrived.
struct ReceiptView {
    let model: ReceiptModel
    let catalog: ProtocolCatalog

    var document: Document {
        Document(title: words[.title], frame: .desk(.receipt), main: main)
    }

    private var words: Words<ReceiptText> { Words(catalog.content.texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(words[.title])</h1>\(outcome)\
        <p class="lead">\(words[.lead])</p>\
        <form method="post" action="\(Page.receipt.address)" autocomplete="off">\
        <div class="field"><label for="code">\(words[.label])</label>\
        <p class="hint" id="code-hint">\(words[.hint])</p>\
        <input id="code" class="otp" type="text" name="\(ReceiptRoutes.codeField)" value="\(model.typed)" \
        maxlength="12" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"\
        \(Attribute("aria-invalid", "true", when: problem != nil))></div>\
        <p class="gap-top"><button class="wide">\(words[.submit])</button></p></form></div>
        """
    }

    private var outcome: HTML? {
        if let problem { return "<div class=\"note late\" role=\"alert\"><p>\(problem)</p></div>" }
        guard case .received(let code, let instant, let isCorrected, let word) = model.answer else {
            return nil
        }
        let values = ["day": instant.dayText, "hour": instant.hourText]
        return """
            <div class="note" role="status"><h2>\(words[.receivedTitle, ["code": code]])</h2>\
            <p><span class="state done">\(words[.received, values])</span></p>\
            <p>\(words[.word]) \(SafeWordView(word: word, catalog: catalog).html)</p>\
            \(isCorrected ? "<p>\(words[.corrected])</p>" as HTML : nil)<p>\(words[.next])</p></div>
            """
    }

    /// What is wrong with the code and what to do, if anything is.
    private var problem: String? {
        switch model.answer {
        case .notAsked, .received: nil
        case .empty: words[.empty]
        case .length(let count):
            words[.length, ["expected": String(CaseReference.length), "found": String(count)]]
        case .character: words[.character]
        case .check: words[.check]
        case .unknown: words[.unknown]
        case .unreachable: words[.unreachable] + " " + words[.tryAgain]
        }
    }
}
