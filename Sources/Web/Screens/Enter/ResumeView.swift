import Catalog
import HTML

/// Draws the page after entering again: what was typed is here and waits for one touch.
struct ResumeView {
    let form: CarriedForm
    let formToken: String
    let texts: Texts

    var document: Document {
        let words = Words<EnterText>(texts)
        return Document(
            title: words[.resumeTitle], frame: .desk(nil),
            main: """
                <div class="narrow prose"><h1>\(words[.resumeTitle])</h1><p>\(words[.resumeLead])</p>\
                <form method="post" action="\(Address.page(form.path))">\(FormToken(formToken).html)\
                \(form.plain)<button class="wide">\(words[.resume])</button></form></div>
                """)
    }
}
