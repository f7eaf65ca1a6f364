import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes

/// Says why a sealed text was not sealed, opened or found.
struct VaultNote {
    let fault: VaultFault
    let names: CatalogNames

    /// The status that goes with it.
    static func status(of fault: VaultFault) -> HTTPResponse.Status {
        switch fault {
        case .fault: .serviceUnavailable
        case .overLimit: .tooManyRequests
        case .notHeld, .noReceiver, .stepUpNeeded: .forbidden
        case .shredded, .unreadable, .unknownReason, .lastHolder, .notIndexable: .unprocessableContent
        }
    }

    var html: HTML {
        if case .fault(let fault) = fault {
            return OutcomeNote(failure: .fault(fault), names: names).html
        }
        let link: HTML? =
            fault == .stepUpNeeded
            ? """
            <p><a class="btn" href="\(Page.plain(.account).address)">\(words[.confirm])</a></p>
            """ : nil
        return """
            <div class="note late" role="alert"><h2>\(names.texts[DeskText.refusedTitle])</h2>\
            <p>\(words[key])</p>\(link)</div>
            """
    }

    private var words: Words<VaultText> { Words(names.texts) }

    private var key: VaultText {
        switch fault {
        case .notHeld, .noReceiver, .lastHolder, .fault: .notHeld
        case .shredded: .shredded
        case .unreadable: .unreadable
        case .unknownReason: .unknownReason
        case .stepUpNeeded: .stepUp
        case .overLimit: .overLimit
        case .notIndexable: .notIndexable
        }
    }
}

/// The words for what the vault refuses.
enum VaultText: String, TextKey {
    case notHeld = "vault.not-held"
    case shredded = "vault.shredded"
    case unreadable = "vault.unreadable"
    case unknownReason = "vault.unknown-reason"
    case stepUp = "vault.step-up"
    case confirm = "vault.confirm"
    case overLimit = "vault.over-limit"
    case notIndexable = "vault.not-indexable"
}
