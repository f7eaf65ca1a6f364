import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Says honestly what became of the report.
struct SavingView {
    let saving: Saving
    /// The page that a second try asks for.
    let retry: StreetPage
    /// Whether the guards' radio room may be told as well.
    let isCentralTrusted: Bool
    let texts: Texts

    /// One line when the report is safe; when it is not, what to do and a button to try again.
    var line: HTML? {
        switch saving {
        case .notTried: nil
        case .saved(let receipt):
            """
            <p class="saved"><span class="state done">\(words[
                .saved, ["hour": receipt.receivedAt.hourText, "code": receipt.reference.text]
            ])</span></p>
            """
        case .failed: failed
        }
    }

    var failed: HTML {
        """
        <div class="note late" role="alert"><h2>\(words[.failedTitle])</h2><p>\(words[.failedSafe])</p>\
        <p>\(words[isCentralTrusted ? .failedDo : .failedDoElsewhere])</p><button class="quiet big wide" name="\(StreetField.to)" \
        value="\(retry.rawValue)" data-wait="\(words[.waiting])">\(words[.retry])</button></div>
        """
    }

    private var words: Words<StreetText> { Words(texts) }
}
