import Access
import Catalog

/// Why a passphrase was not taken, and what to do, in words.
struct PassphraseProblem {
    let finding: PassphraseRule.Finding
    let texts: Texts

    var text: String {
        let words = Words<InvitationText>(texts)
        return switch finding {
        case .tooShort(let count): words[.short, ["count": String(count)]]
        case .tooLong(let count): words[.long, ["count": String(count)]]
        case .common: words[.common]
        case .pattern: words[.pattern]
        case .account: words[.ownCode]
        }
    }
}
