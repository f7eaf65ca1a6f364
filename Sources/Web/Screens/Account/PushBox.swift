import Catalog
import HTML

/// The part of the own account that lets this browser be woken; the script shows the button where the browser can.
struct PushBox {
    /// How many browsers of the account are woken.
    let count: Int
    let publicKey: String
    let forms: AccountForms
    let texts: Texts

    var html: HTML {
        """
        <section class="box" data-push="\(publicKey)" data-push-worker="\(Page.plain(.pushWorker).address.text)">\
        <h2>\(words[.title])</h2><p>\(words[.lead])</p><p class="small">\(words[.count, ["count": String(count)]])</p>\
        <p class="note late" role="alert" data-push-note data-missing="\(words[.missing])" \
        data-denied="\(words[.denied])" data-failed="\(words[.failed])" hidden></p>\
        <div data-push-form hidden>\(forms.form(.wake, address, button: words[.on]))</div>\
        <noscript><p>\(words[.missing])</p></noscript>\(off)</section>
        """
    }

    private var words: Words<PushText> { Words(texts) }

    private var address: HTML {
        "<input type=\"hidden\" name=\"\(AccountRoutes.addressField)\" value=\"\">"
    }

    private var off: HTML? {
        count == 0 ? nil : forms.form(.stopWaking, HTML(), button: words[.off], isQuiet: true)
    }
}

/// The words of being woken.
enum PushText: String, TextKey {
    case title = "push.title"
    case lead = "push.lead"
    case count = "push.count"
    case on = "push.on"
    case off = "push.off"
    case added = "push.added"
    case removed = "push.removed"
    case missing = "push.missing"
    case denied = "push.denied"
    case failed = "push.failed"
}
