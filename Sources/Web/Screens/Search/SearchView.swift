import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the exact search and what it found: codes of cases, never a name.
struct SearchView {
    let model: SearchModel
    let names: CatalogNames

    var document: Document { Document(title: words[.title], frame: .staff(model.head), main: main) }

    private var words: Words<SearchText> { Words(names.texts) }

    private var main: HTML {
        """
        <div class="narrow stack"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
        \(outcome)\(form)</div>
        """
    }

    private var form: HTML {
        let fields = names.options(of: "fields").filter { Vault.indexedFields.contains($0.id) }
        let field = CodeChoice(
            name: ActField.sealedField.rawValue, label: words[.field], options: fields,
            chosen: model.typed?.field)
        let reason = CodeChoice(
            name: ActField.reason.rawValue, label: names.title(of: SearchRoutes.reasons),
            options: names.options(of: SearchRoutes.reasons), chosen: model.typed?.reason)
        let text = TextField(
            name: ActField.text.rawValue, label: words[.text], value: model.typed?.text ?? "",
            hint: words[.textHint], problem: isTextWrong ? words[.textWrong] : nil, most: 200)
        return """
            <form class="box stack" method="post" action="\(Page.plain(.search).address)" autocomplete="off">\
            \(FormToken(model.head.formToken).html)\(field.html(names.texts, id: "field"))\
            \(text.html(id: "text"))\(reason.html(names.texts, id: "reason"))\
            <p class="acts gap-top"><button>\(words[.button])</button></p></form>
            """
    }

    private var isTextWrong: Bool {
        guard case .refused(.text) = model.outcome else { return false }
        return true
    }

    private var outcome: HTML? {
        switch model.outcome {
        case nil: return nil
        case .found(let found):
            let items: [HTML] = found.map {
                "<li><a href=\"\(Page.caseFile($0.id).address)\"><span class=\"code\">\($0.code)</span></a></li>"
            }
            let list: HTML =
                items.isEmpty
                ? "<p>\(words[.nothing])</p><p class=\"hint\">\(words[.nothingHint])</p>"
                : "<ul class=\"asks\">\(items)</ul>"
            return """
                <section class="box" aria-labelledby="found"><h2 id="found">\(words[.found])</h2>\
                <div role="status">\(list)</div></section>
                """
        case .refused(let refusal):
            return """
                <div class="note late" role="alert"><h2>\(words[.refused])</h2>\
                <p>\(words[what(refusal)])</p></div>
                """
        }
    }

    private func what(_ refusal: SearchModel.Refusal) -> SearchText {
        switch refusal {
        case .text: .textWrong
        case .field: .fieldWrong
        case .limit: .limit
        case .fault: .fault
        case .noKey: .noKey
        }
    }
}
