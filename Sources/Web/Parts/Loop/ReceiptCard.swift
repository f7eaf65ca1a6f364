import Catalog
import HTML
import ReferralDomain
import Sealing

/// Draws one signed receipt: what it says, the short code, the QR and the text to copy.
struct ReceiptCard {
    let receipt: SignedReceipt
    let names: CatalogNames
    /// Whether the code and the text stand open, to be shown or printed at once.
    var isOpen = false

    var html: HTML {
        let instant = Instant(millisecondsSinceEpoch: receipt.statement.instantMilliseconds)
        return """
            <details class="receipt"\(Attribute("open", when: isOpen))><summary><span><b>\(kind)</b> \
            <time datetime="\(instant.machineText)">\(instant.dayText) \(instant.hourText)</time> \
            <span class="code">\(receipt.shortCode)</span></span></summary>\
            <div class="pair"><div>\(QRCode(receipt.text)?.html(label: words[.qr]))</div>\
            <div><p class="label">\(words[.text])</p><p class="mono small">\(receipt.text)</p>\
            <p class="gap-top"><button class="quiet tight" type="button" data-copy="\(receipt.text)" hidden>\
            \(words[.copy])</button></p>\
            <p class="hint"><a href="\(Page.plain(.verification).address)">\(words[.check])</a></p></div></div>\
            </details>
            """
    }

    var kind: String { words[ReceiptCardText(receipt.statement.kind)] }

    private var words: Words<ReceiptCardText> { Words(names.texts) }
}

/// The words of a signed receipt.
enum ReceiptCardText: String, TextKey {
    case sent = "signed.sent"
    case delivered = "signed.delivered"
    case acknowledged = "signed.acknowledged"
    case accepted = "signed.accepted"
    case custody = "signed.custody"
    case done = "signed.done"
    case stop = "signed.stop"
    case recalled = "signed.recalled"
    case report = "signed.report"
    case title = "signed.title"
    case hint = "signed.hint"
    case qr = "signed.qr"
    case text = "signed.text"
    case copy = "signed.copy"
    case check = "signed.check"

    init(_ kind: ReceiptStatement.Kind) {
        self =
            switch kind {
            case .sent: .sent
            case .delivered: .delivered
            case .acknowledged: .acknowledged
            case .accepted: .accepted
            case .custodyReceived: .custody
            case .done: .done
            case .stop: .stop
            case .recalled: .recalled
            case .report: .report
            }
    }
}
